package io.connections.domain.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.connections.domain.kernel.Violation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M26")
class ObjectiveTest {
    private static final ObjectiveId ID = new ObjectiveId("newsletter");

    @Test
    void aTextHasTheSameFingerprintHoweverItsLinesEnd() {
        VisitorText one = new VisitorText(" Our newsletter", "Once a month.\r\nNo more.\r\n");
        VisitorText other = new VisitorText("Our newsletter", "Once a month.\nNo more.");

        assertThat(one).isEqualTo(other);
        assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
    }

    @Test
    void theFingerprintCanBeMadeAnewByWhoeverHasTheText() {
        assertThat(new VisitorText("Our newsletter", "Once a month.").fingerprint())
                // printf 'Our newsletter\nOnce a month.' | sha256sum
                .isEqualTo("b5844931bb0189b1648e8094f24b5cfcc215daae829a81cee05a6f3646fe12f5");
    }

    @Test
    void anotherTextHasAnotherFingerprint() {
        assertThat(
                        List.of(
                                new VisitorText("a", "b c").fingerprint(),
                                new VisitorText("a b", "c").fingerprint(),
                                new VisitorText("a", "b c.").fingerprint(),
                                VisitorText.NONE.fingerprint()))
                .doesNotHaveDuplicates();
        assertThat(VisitorText.NONE.isEmpty()).isTrue();
        assertThat(new VisitorText("a", "").isEmpty()).isFalse();
    }

    @Test
    void whatCannotBeShownToVisitorsIsPointedAt() {
        VisitorText shown =
                new VisitorText(
                        "two\nlines", "a" + (char) 0 + "b" + "x".repeat(VisitorText.MAX_TEXT));

        List<Violation> violations =
                new Objective(ID, " ", Set.of(), shown, ObjectiveColour.BLUE).violations();

        assertThat(violations)
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        tuple("/name", "required"),
                        tuple("/title", "control-character"),
                        tuple("/text", "control-character"),
                        tuple("/text", "too-long"));
    }

    @Test
    void aTextMayHaveSeveralLines() {
        VisitorText shown = new VisitorText("x".repeat(VisitorText.MAX_TITLE), "one\n\n\ttwo");

        assertThat(shown.violations("/title", "/text")).isEmpty();
        assertThat(new VisitorText("x".repeat(201), "").violations("/title", "/text"))
                .extracting(Violation::code)
                .containsExactly("too-long");
    }

    @Test
    void anObjectiveThatNobodyIsShownHasNoTextAndNoColourOfItsOwn() {
        Objective objective = new Objective(ID, "Newsletter", Set.of(Zone.REST_OF_WORLD));

        assertThat(objective.shown()).isEqualTo(VisitorText.NONE);
        assertThat(objective.colour()).isEqualTo(ObjectiveColour.GREY);
        assertThat(objective.violations()).isEmpty();
    }
}
