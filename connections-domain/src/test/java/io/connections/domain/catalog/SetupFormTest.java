package io.connections.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.kernel.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("M5")
class SetupFormTest {
    private static final SetupForm FORM =
            new SetupForm(
                    List.of(
                            field("host", true, new SetupField.Kind.Text(253), Optional.empty()),
                            field(
                                    "port",
                                    true,
                                    new SetupField.Kind.WholeNumber(1, 65_535),
                                    Optional.of("22")),
                            field("user", false, new SetupField.Kind.Text(200), Optional.empty()),
                            field("pin", true, new SetupField.Kind.Pinned(), Optional.empty()),
                            field(
                                    "password",
                                    false,
                                    new SetupField.Kind.SecretText(false),
                                    Optional.empty())));

    /// A password, or a key; the key is pasted or in a file, which then has a name.
    private static final SetupForm CONDITIONS =
            new SetupForm(
                    List.of(
                            new SetupField(
                                    "signIn",
                                    "signIn",
                                    "",
                                    true,
                                    false,
                                    choice("PASSWORD", "KEY"),
                                    Optional.of("PASSWORD"),
                                    Optional.empty()),
                            shownWhen(
                                    "signIn",
                                    "PASSWORD",
                                    "password",
                                    new SetupField.Kind.SecretText(false)),
                            shownWhen("signIn", "KEY", "keyKind", choice("PASTED", "FILE")),
                            shownWhen(
                                    "keyKind", "FILE", "keyFile", new SetupField.Kind.Text(200))));

    @Test
    @Tag("M11")
    void secretsAreSentWhereTheTargetFieldsSay() {
        assertThat(FORM.target(setup("host", "a.example", "port", "22", "user", "x")))
                .isEqualTo(new Target(Map.of("host", "a.example", "port", "22")));
    }

    @Test
    @Tag("M11")
    void aTargetFieldLeftEmptyIsAtItsInitialValue() {
        assertThat(FORM.target(setup("host", "a.example", "port", "")))
                .isEqualTo(FORM.target(setup("host", "a.example", "port", "22")));
    }

    @Test
    @Tag("M11")
    void aSecretGivenBeforeTheServersKeyWasPinnedServesAfterwards() {
        Target given = FORM.target(setup("host", "a.example"));

        assertThat(given.serves(FORM.target(setup("host", "a.example", "pin", "K1")))).isTrue();
    }

    @ParameterizedTest
    @Tag("M11")
    @ValueSource(strings = {"", "K2"})
    void aSecretGivenForAPinnedKeyServesNoOtherAndNoneThatIsUnknown(String pin) {
        Target given = FORM.target(setup("host", "a.example", "pin", "K1"));

        assertThat(given.serves(FORM.target(setup("host", "a.example", "pin", pin)))).isFalse();
    }

    @Test
    @Tag("M11")
    void aSecretGivenBeforeAnybodySaidWhereToServesNoHost() {
        Target given = FORM.target(setup());

        assertThat(given.serves(FORM.target(setup("host", "a.example")))).isFalse();
    }

    @Test
    @Tag("M11")
    void spacesAroundAHostMakeNoOtherTarget() {
        assertThat(FORM.target(setup("host", " a.example ")))
                .isEqualTo(FORM.target(setup("host", "a.example")));
    }

    @Test
    @Tag("M11")
    void aFieldThatIsNotMarkedMakesNoOtherTarget() {
        assertThat(FORM.target(setup("host", "a.example", "user", "x")))
                .isEqualTo(FORM.target(setup("host", "a.example", "user", "y")));
    }

    @Test
    @Tag("M11")
    void aSecretGivenForAnotherTargetIsAskedForAgain() {
        Target given = FORM.target(setup("host", "b.example", "pin", "K"));

        assertThat(missing(new SecretsSet(Set.of(), Map.of("password", given))))
                .containsExactly(
                        "/secrets/password password was given for another host and pin."
                                + " Give it again for this one.");
    }

    @Test
    void aSecretNeverGivenIsNeeded() {
        assertThat(missing(SecretsSet.of(Set.of())))
                .containsExactly("/secrets/password password is needed.");
    }

    @Test
    void nothingIsMissingWhenAllIsThere() {
        assertThat(missing(SecretsSet.of(Set.of("password")))).isEmpty();
    }

    @Test
    @Tag("M11")
    void aPinThatNobodyConfirmedIsNotMissingForATestAndIsNamedOnItsOwn() {
        SetupValues setup = setup("host", "a.example", "port", "22", "user", "x");

        assertThat(missing(SecretsSet.of(Set.of("password")))).isEmpty();
        assertThat(FORM.unconfirmed(setup, "/setup").stream().map(SetupFormTest::inWords))
                .containsExactly(
                        "/setup/pin pin is not confirmed yet: press Test connection, compare it,"
                                + " and save.");
    }

    @Test
    @Tag("M11")
    void aPinThatSomebodySavedIsConfirmed() {
        assertThat(FORM.unconfirmed(setup("pin", "K1"), "/setup")).isEmpty();
    }

    @Test
    void aHiddenFieldIsNotNeeded() {
        assertThat(missingOf(setup("signIn", "PASSWORD")))
                .containsExactly("/secrets/password password is needed.");
        assertThat(missingOf(setup("signIn", "KEY", "keyKind", "FILE")))
                .containsExactly("/setup/keyFile keyFile is needed.");
    }

    @Test
    void aFieldWhoseConditionIsOnAHiddenFieldIsHiddenWhateverThatOneHolds() {
        SetupValues setup = setup("signIn", "PASSWORD", "keyKind", "FILE", "keyFile", "id.pem");

        assertThat(shown(setup)).containsExactly("signIn", "password");
        assertThat(missingOf(setup)).containsExactly("/secrets/password password is needed.");
        assertThat(CONDITIONS.kept(setup)).isEqualTo(setup("signIn", "PASSWORD"));
    }

    @Test
    void theValuesOfHiddenFieldsAndEmptyOnesAreDropped() {
        assertThat(
                        CONDITIONS.kept(
                                setup("signIn", "KEY", "keyKind", "PASTED", "keyFile", "id.pem")))
                .isEqualTo(setup("signIn", "KEY", "keyKind", "PASTED"));
        assertThat(CONDITIONS.kept(setup("signIn", "KEY", "keyKind", "FILE", "keyFile", "")))
                .isEqualTo(setup("signIn", "KEY", "keyKind", "FILE"));
        assertThat(CONDITIONS.kept(setup("signIn", "KEY", "keyKind", "FILE", "keyFile", "id.pem")))
                .isEqualTo(setup("signIn", "KEY", "keyKind", "FILE", "keyFile", "id.pem"));
    }

    @Test
    void aConditionOnAFieldWithoutAValueLooksAtItsInitialOne() {
        assertThat(shown(setup())).containsExactly("signIn", "password");
        assertThat(shown(setup("signIn", "KEY"))).containsExactly("signIn", "keyKind");
    }

    @Test
    void theInitialValuesAreThoseOfTheFieldsThatHaveOne() {
        assertThat(CONDITIONS.initial()).isEqualTo(setup("signIn", "PASSWORD"));
        assertThat(FORM.initial()).isEqualTo(setup("port", "22"));
    }

    private static List<String> shown(SetupValues setup) {
        return CONDITIONS.fields().stream()
                .filter(field -> CONDITIONS.isShown(field, setup))
                .map(SetupField::id)
                .toList();
    }

    private static List<String> missingOf(SetupValues setup) {
        return CONDITIONS.missing(setup, SecretsSet.of(Set.of()), "/setup", "/secrets").stream()
                .map(SetupFormTest::inWords)
                .toList();
    }

    private static List<String> missing(SecretsSet secrets) {
        SetupValues setup = setup("host", "a.example", "port", "22", "user", "x");
        return FORM.missing(setup, secrets, "/setup", "/secrets").stream()
                .map(SetupFormTest::inWords)
                .toList();
    }

    private static String inWords(Violation violation) {
        return violation.pointer() + " " + violation.message();
    }

    private static SetupValues setup(String... pairs) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return new SetupValues(values);
    }

    private static SetupField field(
            String id, boolean target, SetupField.Kind kind, Optional<String> initial) {
        boolean required = !(kind instanceof SetupField.Kind.Pinned);
        return new SetupField(id, id, "", required, target, kind, initial, Optional.empty());
    }

    private static SetupField shownWhen(
            String other, String value, String id, SetupField.Kind kind) {
        return new SetupField(
                id,
                id,
                "",
                true,
                false,
                kind,
                Optional.empty(),
                Optional.of(new SetupField.Condition(other, List.of(value))));
    }

    private static SetupField.Kind choice(String... values) {
        return new SetupField.Kind.Choice(
                Stream.of(values).map(value -> new SetupField.Option(value, value)).toList());
    }
}
