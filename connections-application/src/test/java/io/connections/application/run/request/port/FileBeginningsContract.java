package io.connections.application.run.request.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.run.request.RejectedDownload;
import io.connections.application.run.request.port.FileBeginnings.Content;
import io.connections.domain.goal.FileFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a beginning says, whoever reads it.
@Tag("M17")
public abstract class FileBeginningsContract {
    private static final FileFormat.Csv COMMA = RejectedDownload.FORMAT;
    private static final FileFormat.Csv SEMICOLON =
            new FileFormat.Csv(COMMA.encoding(), ';', COMMA.quote(), COMMA.escape(), true);

    protected abstract FileBeginnings beginnings();

    @Test
    void theFirstLineNamesTheColumnsQuotedOrNot() {
        assertThat(columns("\"line\",reason,raw\r\n1,2,3\r\n", COMMA))
                .containsExactly("line", "reason", "raw");
    }

    @Test
    void aMarkInFrontIsNoPartOfAName() {
        assertThat(columns("\uFEFFline,raw\n", COMMA)).containsExactly("line", "raw");
    }

    @Test
    void whatSeparatesIsWhatTheFormatSays() {
        assertThat(columns("id;full,name\n", SEMICOLON)).containsExactly("id", "full,name");
    }

    @Test
    void aLineThatNamesAColumnTwiceCannotBeRead() {
        assertThat(columns("id,id\n", COMMA)).isEmpty();
    }

    @Test
    void textIsHandedOverWithoutItsMark() {
        assertThat(content("\uFEFFGröße\n7\n")).isEqualTo(new Content.Text("Größe\n7\n"));
    }

    @Test
    void nothingIsTextToo() {
        assertThat(content("")).isEqualTo(new Content.Text(""));
    }

    @Test
    void aPackageIsTakenForOne() {
        assertThat(content("PK\u0003\u0004\u0014\u0000\u0000\u0000"))
                .isEqualTo(new Content.Packed());
    }

    @Test
    void aPictureIsNoText() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I'};

        assertThat(beginnings().content(picture)).isEqualTo(new Content.NotText());
    }

    protected final List<String> columns(String beginning, FileFormat.Csv format) {
        return beginnings().columns(beginning.getBytes(StandardCharsets.UTF_8), format);
    }

    private Content content(String beginning) {
        return beginnings().content(beginning.getBytes(StandardCharsets.UTF_8));
    }
}
