package io.connections.domain.profile;

import static io.connections.domain.profile.ProfileFixtures.aProfile;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.kernel.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M15")
class ProfileEditTest {
    private static final ProfileProperty EMAIL = anIdentifier(1, "email", new PropertyType.Email());
    private static final ProfileProperty CITY = aProperty(2, "city", new PropertyType.Text());
    private static final List<ProfileProperty> ALL = List.of(EMAIL, CITY);
    private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");

    @Test
    void anEditReplacesAllValuesAndRaisesTheVersion() {
        Profile profile = aProfile().with(EMAIL, "a@x.nl").with(CITY, "Delft").build();

        ProfileEdit edit =
                ProfileEdit.of(
                        profile, Map.of(1, List.of("a@x.nl"), 2, List.of("Breda")), ALL, NOW);

        assertThat(edit.after().values())
                .isEqualTo(Map.of(1, List.of("a@x.nl"), 2, List.of("Breda")));
        assertThat(edit.after().version()).isEqualTo(new Version(2));
        assertThat(edit.after().modified()).isEqualTo(NOW);
    }

    @Test
    void onlyChangedPropertiesAreKeptAsTheyStoodBefore() {
        Profile profile = aProfile().with(EMAIL, "a@x.nl").build();

        ProfileEdit edit =
                ProfileEdit.of(
                        profile, Map.of(1, List.of("a@x.nl"), 2, List.of("Breda")), ALL, NOW);

        assertThat(edit.before()).isEqualTo(Map.of(2, List.of()));
    }

    @Test
    void theSameValuesChangeNothing() {
        Profile profile = aProfile().with(EMAIL, "a@x.nl").build();

        ProfileEdit edit =
                ProfileEdit.of(profile, Map.of(1, List.of("a@x.nl", "a@x.nl")), ALL, NOW);

        assertThat(edit.changesAnything()).isFalse();
    }

    @Test
    void identifiersThatComeAndGoAreNamed() {
        Profile profile = aProfile().with(EMAIL, "a@x.nl", "b@x.nl").build();

        ProfileEdit edit =
                ProfileEdit.of(profile, Map.of(1, List.of("b@x.nl", "c@x.nl")), ALL, NOW);

        assertThat(edit.taken()).containsExactly(new Identifier(1, "c@x.nl"));
        assertThat(edit.left()).containsExactly(new Identifier(1, "a@x.nl"));
        assertThat(edit.multiValued()).containsExactly(1);
    }

    @Test
    void severalValuesOfAnOrdinaryPropertyAreNothingSpecial() {
        Profile profile = aProfile().build();

        ProfileEdit edit = ProfileEdit.of(profile, Map.of(2, List.of("Delft", "Breda")), ALL, NOW);

        assertThat(edit.multiValued()).isEmpty();
    }

    @Test
    void valuesOfADeletedPropertyGoWithTheirIdentifiers() {
        ProfileProperty deleted = anIdentifier(9, "old_number", new PropertyType.Text());
        Profile profile = aProfile().with(deleted, "17").with(CITY, "Delft").build();

        ProfileEdit edit = ProfileEdit.of(profile, Map.of(2, List.of("Delft")), ALL, NOW);

        assertThat(edit.after().values()).isEqualTo(Map.of(2, List.of("Delft")));
        assertThat(edit.before()).isEqualTo(Map.of(9, List.of("17")));
        assertThat(edit.left()).containsExactly(new Identifier(9, "17"));
    }
}
