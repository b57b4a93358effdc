package io.connections.adapters.connector.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.run.request.RejectedDownload;
import io.connections.application.run.request.port.ColumnNames;
import io.connections.application.run.request.port.ColumnNamesContract;
import org.junit.jupiter.api.Test;

class CsvColumnNamesTest extends ColumnNamesContract {
    @Override
    protected ColumnNames names() {
        return new CsvColumnNames(FileLimits.DEFAULT);
    }

    @Test
    void aNameInQuotesMayHoldTheSeparatorAndAQuote() {
        assertThat(of("id,\"name, \"\"full\"\"\"\n", RejectedDownload.FORMAT))
                .containsExactly("id", "name, \"full\"");
    }
}
