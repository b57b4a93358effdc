package io.connections.adapters.connector.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.run.request.RejectedDownload;
import io.connections.application.run.request.port.FileBeginnings;
import io.connections.application.run.request.port.FileBeginnings.Content;
import io.connections.application.run.request.port.FileBeginningsContract;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedFileBeginningsTest extends FileBeginningsContract {
    @Override
    protected FileBeginnings beginnings() {
        return new ScannedFileBeginnings(FileLimits.DEFAULT);
    }

    @Test
    void aNameInQuotesMayHoldTheSeparatorAndAQuote() {
        assertThat(columns("id,\"name, \"\"full\"\"\"\n", RejectedDownload.FORMAT))
                .containsExactly("id", "name, \"full\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void textIsReadInEachEncodingThatARunFindsOut(String encoding) {
        String text = "Größe;Farbe\n7;grün\n";

        assertThat(beginnings().content(text.getBytes(Charset.forName(encoding))))
                .isEqualTo(new Content.Text(text));
    }

    @Test
    void oneBrokenPlaceMakesNoOtherEncoding() {
        byte[] bytes = "Größe;Farbe\n7;gr?n\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFC;

        assertThat(beginnings().content(bytes))
                .isEqualTo(new Content.Text("Größe;Farbe\n7;gr\uFFFDn\n"));
    }

    @Test
    void aFewControlCharactersMakeNoPicture() {
        String text = "line,reason,raw\n2,bad-value,\"two\u000Blines in one cell;7\"\n";

        assertThat(beginnings().content(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Content.Text(text));
    }

    @Test
    void whatOnlyBeginsLikeThePlainestOfPackagesIsText() {
        assertThat(beginnings().content("PKZ;name\n7;x\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Content.Text("PKZ;name\n7;x\n"));
    }
}
