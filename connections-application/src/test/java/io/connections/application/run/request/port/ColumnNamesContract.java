package io.connections.application.run.request.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.run.request.RejectedDownload;
import io.connections.domain.goal.FileFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a first line says, whoever reads it.
@Tag("M17")
public abstract class ColumnNamesContract {
    private static final FileFormat.Csv COMMA = RejectedDownload.FORMAT;
    private static final FileFormat.Csv SEMICOLON =
            new FileFormat.Csv(COMMA.encoding(), ';', COMMA.quote(), COMMA.escape(), true);

    protected abstract ColumnNames names();

    @Test
    void theFirstLineNamesTheColumnsQuotedOrNot() {
        assertThat(of("\"line\",reason,raw\r\n1,2,3\r\n", COMMA))
                .containsExactly("line", "reason", "raw");
    }

    @Test
    void aMarkInFrontIsNoPartOfAName() {
        assertThat(of("\uFEFFline,raw\n", COMMA)).containsExactly("line", "raw");
    }

    @Test
    void whatSeparatesIsWhatTheFormatSays() {
        assertThat(of("id;full,name\n", SEMICOLON)).containsExactly("id", "full,name");
    }

    @Test
    void aLineThatNamesAColumnTwiceCannotBeRead() {
        assertThat(of("id,id\n", COMMA)).isEmpty();
    }

    protected final List<String> of(String beginning, FileFormat.Csv format) {
        return names().of(beginning.getBytes(StandardCharsets.UTF_8), format);
    }
}
