package io.connections.application.run.request;

import static io.connections.domain.goal.GoalFixtures.aGoal;
import static io.connections.domain.goal.GoalFixtures.row;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.application.run.request.port.FileBeginnings;
import io.connections.application.run.request.port.InMemoryFileBeginnings;
import io.connections.domain.goal.FileFormat;
import io.connections.domain.goal.FileFormat.Encoding;
import io.connections.domain.goal.ImportGoal;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
    private static final FileBeginnings BEGINNINGS = new InMemoryFileBeginnings();

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

    @Test
    void theDownloadIsTaken() {
        assertTaken("line,reason,raw\n2,bad-value,7;x\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPackageIsTakenForTheRunToUnpack() {
        assertTaken("PK\u0003\u0004".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void blankLinesInFrontAreNoFirstLine() {
        assertTaken("\n\nGröße;Farbe\n7;grün\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatTheGoalSaysIsTwoBytesACharacterIsTaken() {
        FileFormat chosen =
                new FileFormat.Csv(
                        Encoding.UTF_16_LE, ';', Optional.empty(), Optional.empty(), true);
        byte[] bytes = "尺寸;颜色\n七;绿色\n".getBytes(StandardCharsets.UTF_16LE);
        ImportGoal goal = aGoal().mapping(row("尺寸", SIZE)).format(chosen).build();

        assertThatCode(() -> new MendedBeginning(goal, bytes, BEGINNINGS).requireReadable())
                .doesNotThrowAnyException();
    }

    @Test
    void aPictureIsNot() {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I'};

        assertThatThrownBy(() -> new MendedBeginning(GOAL, picture, BEGINNINGS).requireReadable())
                .hasMessageStartingWith("The file is not text.");
    }

    private static void assertTaken(byte[] bytes) {
        assertThatCode(() -> new MendedBeginning(GOAL, bytes, BEGINNINGS).requireReadable())
                .doesNotThrowAnyException();
    }
}
