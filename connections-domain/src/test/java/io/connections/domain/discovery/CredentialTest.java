package io.connections.domain.discovery;

import static io.connections.domain.discovery.DiscoveryFixtures.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.catalog.ConnectionType.GoalKind;
import io.connections.domain.catalog.ConnectionType.Mode;
import io.connections.domain.catalog.SetupField;
import io.connections.domain.catalog.SetupField.Condition;
import io.connections.domain.catalog.SetupField.Kind;
import io.connections.domain.catalog.SetupField.Option;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M3")
class CredentialTest {
    private static final Kind SIGN_IN =
            new Kind.Choice(
                    List.of(new Option("PASSWORD", "Password"), new Option("KEY", "Private key")));

    @Test
    void whatIsRequiredAndWhatIsSecretIsToBeAtHand() {
        List<Credential> credentials =
                of(
                        field("host", true, new Kind.Text(10), Optional.empty()),
                        field("note", false, new Kind.Text(10), Optional.empty()),
                        field("passphrase", false, new Kind.SecretText(false), Optional.empty()));

        assertThat(credentials)
                .containsExactly(
                        new Credential("The host", "", false, true, Optional.empty()),
                        new Credential("The passphrase", "", true, false, Optional.empty()));
    }

    @Test
    void whatIsFilledInAlreadyOrByATestIsNot() {
        List<Credential> credentials =
                of(
                        field("port", true, new Kind.WholeNumber(1, 9), Optional.of("2")),
                        field("hostKey", true, new Kind.Pinned(), Optional.empty()));

        assertThat(credentials).isEmpty();
    }

    @Test
    void inWhichCaseSomethingIsNeededIsSaidInWords() {
        SetupField signIn = field("signIn", true, SIGN_IN, Optional.of("PASSWORD"));
        SetupField secret =
                new SetupField(
                        "secret",
                        "Secret",
                        "",
                        true,
                        false,
                        new Kind.SecretText(false),
                        Optional.empty(),
                        Optional.of(new Condition("signIn", List.of("PASSWORD", "KEY"))));

        assertThat(of(signIn, secret))
                .extracting(Credential::when)
                .containsExactly(Optional.of("The signIn: Password or Private key"));
    }

    private static List<Credential> of(SetupField... fields) {
        return Credential.of(type("x", "X", Mode.BATCH, Set.<GoalKind>of(), List.of(fields)));
    }

    private static SetupField field(
            String id, boolean required, Kind kind, Optional<String> initial) {
        return new SetupField(
                id, "The " + id, "", required, false, kind, initial, Optional.empty());
    }
}
