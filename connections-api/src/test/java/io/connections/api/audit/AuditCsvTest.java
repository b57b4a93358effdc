package io.connections.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.api.testing.PageWords;
import io.connections.domain.audit.Action;
import io.connections.domain.kernel.ObjectKind;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M30")
class AuditCsvTest {
    @Test
    void theExportNamesWhatWasDoneAsThePageDoes() {
        assertThat(
                        Arrays.stream(Action.values())
                                .collect(Collectors.toMap(Action::word, AuditCsv::words)))
                .isEqualTo(PageWords.of("audit.ts", "actions"));
    }

    @Test
    void theExportNamesKindsOfThingsAsThePageDoes() {
        assertThat(
                        Arrays.stream(ObjectKind.values())
                                .collect(Collectors.toMap(ObjectKind::word, AuditCsv::words)))
                .isEqualTo(PageWords.of("audit.ts", "kinds"));
    }
}
