package io.connections.domain.profile;

import static io.connections.domain.profile.ProfileFixtures.aProfile;
import static io.connections.domain.profile.ProfileFixtures.aProperty;
import static io.connections.domain.profile.ProfileFixtures.anIdentifier;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M18")
class ProfileLabelTest {
    private static final ProfileProperty CUSTOMER =
            anIdentifier(1, "customer_number", new PropertyType.Text());
    private static final ProfileProperty EMAIL = anIdentifier(2, "email", new PropertyType.Email());
    private static final ProfileProperty FIRST =
            aProperty(3, "First-Name", new PropertyType.Text());
    private static final ProfileProperty LAST = aProperty(4, "surname", new PropertyType.Text());
    private static final ProfileProperty FULL = aProperty(5, "fullName", new PropertyType.Text());
    private static final ProfileProperty PHONE = anIdentifier(6, "phone", new PropertyType.Phone());
    private static final ProfileProperty CITY = aProperty(7, "city", new PropertyType.Text());
    private static final ProfileProperty LOYALTY =
            anIdentifier(8, "loyalty_card", new PropertyType.Text());
    private static final List<ProfileProperty> ALL = List.of(CUSTOMER, EMAIL, FIRST, LAST, FULL);

    @Test
    void aFullNameComesFirst() {
        Profile profile =
                aProfile()
                        .with(FULL, "Zoë de Vries")
                        .with(FIRST, "Zoë")
                        .with(EMAIL, "z@x.nl")
                        .build();

        assertThat(ProfileLabel.of(profile, ALL)).isEqualTo("Zoë de Vries");
    }

    @Test
    void firstAndLastNameAreJoinedInThatOrder() {
        Profile profile = aProfile().with(LAST, "Vries").with(FIRST, "Zoë").build();

        assertThat(ProfileLabel.of(profile, ALL)).isEqualTo("Zoë Vries");
    }

    @Test
    void oneOfTheTwoNamesIsEnough() {
        Profile profile = aProfile().with(LAST, "Vries").with(EMAIL, "z@x.nl").build();

        assertThat(ProfileLabel.of(profile, ALL)).isEqualTo("Vries");
    }

    @Test
    void withoutANameTheEmailAddressIsShown() {
        Profile profile = aProfile().with(CUSTOMER, "17").with(EMAIL, "z@x.nl").build();

        assertThat(ProfileLabel.of(profile, ALL)).isEqualTo("z@x.nl");
    }

    @Test
    void withoutANameOrEmailAddressAnotherIdentifierIsShown() {
        Profile profile = aProfile().with(CUSTOMER, "17").build();

        assertThat(ProfileLabel.of(profile, ALL)).isEqualTo("17");
    }

    @Test
    void aNumberComesBeforeAPhoneNumber() {
        Profile profile = aProfile().with(PHONE, "+31201234567").with(CUSTOMER, "17").build();

        assertThat(ProfileLabel.of(profile, List.of(PHONE, CUSTOMER))).isEqualTo("17");
    }

    @Test
    void aPhoneNumberComesBeforeWhatIsNoIdentifier() {
        Profile profile = aProfile().with(CITY, "Utrecht").with(PHONE, "+31201234567").build();

        assertThat(ProfileLabel.of(profile, List.of(CITY, PHONE))).isEqualTo("+31201234567");
    }

    @Test
    void anyValueSaysMoreThanTheEndOfAnId() {
        Profile profile = aProfile().with(CITY, "Utrecht").build();

        assertThat(ProfileLabel.of(profile, List.of(CITY))).isEqualTo("Utrecht");
    }

    @Test
    void whatMachinesMadeUpComesBehindOtherIdentifiers() {
        Profile profile =
                aProfile()
                        .with(CUSTOMER, "0199e000-0000-7000-8000-00000badcafe")
                        .with(LOYALTY, "L-17")
                        .build();

        assertThat(ProfileLabel.of(profile, List.of(CUSTOMER, LOYALTY))).isEqualTo("L-17");
    }

    @Test
    void aProfileThatSaysNothingIsCalledByTheEndOfItsId() {
        assertThat(ProfileLabel.of(aProfile().build(), ALL)).isEqualTo("Profile 00000badcafe");
    }
}
