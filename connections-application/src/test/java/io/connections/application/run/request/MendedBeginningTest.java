package io.connections.application.run.request;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.application.run.request.port.ColumnNames;
import io.connections.application.run.request.port.InMemoryColumnNames;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever may have chosen the right file is not sent away.
@Tag("M17")
class MendedBeginningTest {
    private static final ProfileProperty SIZE =
            new ProfileProperty(
                    new PropertyId("size"), 1, "Size", new PropertyType.Text(), true, false);
    private static final ImportGoal GOAL = aGoal().mapping(row("Größe", SIZE)).build();
    private static final ColumnNames COLUMNS = new InMemoryColumnNames();
    private static final String MENDED = "Größe;Farbe\n7;grün\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Farbe:Größe\nrot:7\n",
                "Farbe\u0001Größe\nrot\u00017\n",
                "'Farbe';'Größe'\n'rot';'7'\n"
            })
    void aFileLikeTheOneTheRecordsCameFromIsTakenHoweverItIsWritten(String file) {
        assertTaken(file.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void itIsTakenInEachEncodingThatARunFindsOut(String encoding) {
        assertTaken(MENDED.getBytes(Charset.forName(encoding)));
    }

    @Test
    void theDownloadIsTakenAlsoWhereARecordHoldsAControlCharacter() {
        assertTaken(
                "line,reason,raw\n2,bad-value,\"two\u000Blines in one cell;7\"\n"
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aBeginningThatEndsWithinACharacterIsTaken() {
        byte[] whole = MENDED.getBytes(StandardCharsets.UTF_8);
        byte[] cut = new byte[whole.length - 3];
        System.arraycopy(whole, 0, cut, 0, cut.length);

        assertTaken(cut);
    }

    @Test
    void aPictureIsNot() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I'};

        assertThatThrownBy(() -> new MendedBeginning(GOAL, picture, COLUMNS).requireReadable())
                .hasMessageStartingWith("The file is not text.");
    }

    private static void assertTaken(byte[] bytes) {
        assertThatCode(() -> new MendedBeginning(GOAL, bytes, COLUMNS).requireReadable())
                .doesNotThrowAnyException();
    }
}
