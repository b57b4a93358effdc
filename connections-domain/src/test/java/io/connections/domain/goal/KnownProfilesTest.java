package io.connections.domain.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.consent.ConsentTally;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import io.connections.domain.goal.ChunkDecision.ChangedProfile;
import io.connections.domain.goal.ChunkDecision.NewProfile;
import io.connections.domain.goal.ChunkDecision.OwnedIdentifier;
import io.connections.domain.goal.KnownProfiles.KnownProfile;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.PropertyValues;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What was read, with what was written since laid over it.
@Tag("M16")
class KnownProfilesTest {
    private static final PrivacyState EU = new PrivacyState(new Zone("gdpr"), Consents.NONE);
    private static final Identifier NUMBER = new Identifier(1, "C-1");
    private static final Identifier OLD_MAIL = new Identifier(2, "old@example.com");
    private static final Identifier NEW_MAIL = new Identifier(2, "new@example.com");

    private static final Set<Identifier> ALL = Set.of(NUMBER, OLD_MAIL, NEW_MAIL);

    private final KnownProfile ann = profile("ann", 3, "Ann");
    private final KnownProfile changedAnn = profile("ann", 4, "Anna");
    private final KnownProfile bob =
            new KnownProfile(id("bob"), 1, named("Bob"), PrivacyState.UNKNOWN);

    @Test
    void whatWasMadeIsKnownByEachOfItsIdentifiers() {
        KnownProfiles now =
                KnownProfiles.NONE.after(
                        new Written().made(bob).gave(NUMBER, bob).gave(NEW_MAIL, bob).decision(),
                        ALL);

        assertThat(now.ownerOf(NUMBER)).contains(bob);
        assertThat(now.ownerOf(NEW_MAIL)).contains(bob);
    }

    @Test
    void whatWasChangedHasItsNewValuesAndVersionUnderAllItsIdentifiers() {
        KnownProfiles now =
                KnownProfiles.builder(1)
                        .owner(NUMBER, ann)
                        .build()
                        .after(
                                new Written().changed(ann, "Anna").gave(NEW_MAIL, ann).decision(),
                                ALL);

        assertThat(now.ownerOf(NUMBER)).contains(changedAnn);
        assertThat(now.ownerOf(NEW_MAIL)).contains(changedAnn);
    }

    @Test
    void whatWasTakenAwayBelongsToNobodyOrToItsNewOwner() {
        KnownProfiles read =
                KnownProfiles.builder(2).owner(NUMBER, ann).owner(OLD_MAIL, ann).build();

        KnownProfiles now =
                read.after(
                        new Written()
                                .changed(ann, "Anna")
                                .made(bob)
                                .took(OLD_MAIL, ann)
                                .took(NUMBER, ann)
                                .gave(NUMBER, bob)
                                .decision(),
                        ALL);

        assertThat(now.ownerOf(OLD_MAIL)).isEmpty();
        assertThat(now.ownerOf(NUMBER)).contains(bob);
    }

    @Test
    void whatTheLookUpSawAlreadyStaysAlsoWhereItSawMore() {
        KnownProfile byAPerson = profile("ann", 5, "Annie");
        KnownProfiles read =
                KnownProfiles.builder(2)
                        .owner(NUMBER, byAPerson)
                        .owner(NEW_MAIL, byAPerson)
                        .build();

        KnownProfiles now =
                read.after(new Written().changed(ann, "Anna").gave(NEW_MAIL, ann).decision(), ALL);

        assertThat(now.ownerOf(NUMBER)).contains(byAPerson);
        assertThat(now.ownerOf(NEW_MAIL)).contains(byAPerson);
    }

    @Test
    void whatNobodyTouchedStays() {
        KnownProfiles read = KnownProfiles.builder(1).owner(NUMBER, ann).build();

        KnownProfiles now = read.after(new Written().made(bob).gave(NEW_MAIL, bob).decision(), ALL);

        assertThat(now.ownerOf(NUMBER)).contains(ann);
        assertThat(now.ownerOf(OLD_MAIL)).isEmpty();
    }

    @Test
    void whatNobodyAskedForIsNotKept() {
        KnownProfiles now =
                KnownProfiles.NONE.after(
                        new Written().made(bob).gave(NUMBER, bob).gave(NEW_MAIL, bob).decision(),
                        Set.of(NUMBER));

        assertThat(now.ownerOf(NUMBER)).contains(bob);
        assertThat(now.ownerOf(NEW_MAIL)).isEmpty();
    }

    private static KnownProfile profile(String who, long version, String name) {
        return new KnownProfile(id(who), version, named(name), EU);
    }

    private static ProfileId id(String who) {
        return new ProfileId(UUID.nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8)));
    }

    private static PropertyValues named(String name) {
        return PropertyValues.NONE.with(3, List.of(name));
    }

    /// A decision of which only the effects are told.
    private static final class Written {
        private final List<NewProfile> made = new ArrayList<>();
        private final List<ChangedProfile> changed = new ArrayList<>();
        private final List<OwnedIdentifier> given = new ArrayList<>();
        private final List<OwnedIdentifier> taken = new ArrayList<>();

        Written made(KnownProfile profile) {
            made.add(
                    new NewProfile(profile.id(), profile.values(), PrivacyState.UNKNOWN, Set.of()));
            return this;
        }

        Written changed(KnownProfile before, String name) {
            changed.add(
                    new ChangedProfile(
                            before.id(),
                            before.version(),
                            named(name),
                            before.privacy(),
                            false,
                            Set.of()));
            return this;
        }

        Written gave(Identifier identifier, KnownProfile owner) {
            given.add(new OwnedIdentifier(identifier, owner.id()));
            return this;
        }

        Written took(Identifier identifier, KnownProfile owner) {
            taken.add(new OwnedIdentifier(identifier, owner.id()));
            return this;
        }

        ChunkDecision decision() {
            return new ChunkDecision(
                    Counts.NONE,
                    made,
                    changed,
                    given,
                    taken,
                    Set.of(),
                    List.of(),
                    new ConsentTally(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    LeftOut.NOTHING,
                    0);
        }
    }
}
