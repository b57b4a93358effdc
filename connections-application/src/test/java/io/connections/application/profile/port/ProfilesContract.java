package io.connections.application.profile.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connections.application.kernel.Cursor;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.profile.Erasure;
import io.connections.application.profile.ErasureId;
import io.connections.application.profile.Evidence;
import io.connections.application.profile.Origin;
import io.connections.application.profile.ProfileEvent;
import io.connections.application.profile.port.PropertyRepository.NewProperty;
import io.connections.domain.connection.ConnectionId;
import io.connections.domain.consent.ConsentStatement;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.Consents;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import io.connections.domain.consent.Zone;
import io.connections.domain.kernel.Version;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.IdentifierTaken;
import io.connections.domain.profile.PrivacyEdit;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileChanged;
import io.connections.domain.profile.ProfileEdit;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.profile.ProfileProperty;
import io.connections.domain.profile.PropertyId;
import io.connections.domain.profile.PropertyType;
import io.connections.domain.run.RunId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of profiles does, changed and looked up.
@Tag("M15")
public abstract class ProfilesContract {
    private static final Instant NOW = Instant.parse("2026-11-23T11:00:00Z");
    private static final Evidence.Stated STATED =
            new Evidence.Stated("Eva", Optional.of("By phone"), Optional.of("5f".repeat(32)), NOW);
    private static int counter;

    /// Unlike any other test's, since the store may be shared.
    private final String unique = UUID.randomUUID().toString();

    private final Origin.ByRun run =
            new Origin.ByRun(
                    new RunId(UUID.randomUUID()),
                    new ConnectionId(UUID.randomUUID()),
                    "Shop",
                    Instant.parse("2026-11-23T10:00:00Z"));
    private ProfileProperty email =
            new ProfileProperty(
                    new PropertyId("unset"), 0, "", new PropertyType.Email(), true, true);
    private ProfileProperty city = email;

    protected abstract PropertyRepository properties();

    protected abstract ProfileRepository profiles();

    protected abstract ProfileSearch search();

    protected abstract ProfileConsents consents();

    protected abstract ProfileHistory history();

    protected abstract Erasures erasures();

    /// Leaves the profile as a run makes it, with its identifiers and its row in the ledger.
    protected abstract void imported(
            Profile profile, List<Identifier> identifiers, Origin.ByRun run);

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    /// The same outside a unit of work.
    protected abstract <T> T ask(Supplier<Uni<T>> question);

    @BeforeEach
    void makeProperties() {
        email = property("email", new PropertyType.Email(), true);
        city = property("city", new PropertyType.Text(), false);
    }

    @Test
    void aProfileIsFoundAsItStands() {
        Profile profile = aProfile("a", "b");

        Optional<Profile> found = await(() -> profiles().find(profile.id()));

        assertThat(found).contains(profile);
        assertThat(await(() -> profiles().find(new ProfileId(UUID.randomUUID())))).isEmpty();
    }

    @Test
    void anEditReplacesValuesAndIdentifiers() {
        Profile profile = aProfile("a", "b");

        Profile after = edit(profile, Map.of(email.number(), List.of(mail("b"), mail("c"))));

        assertThat(await(() -> profiles().find(profile.id()))).contains(after);
        assertThat(find("a")).isEmpty();
        assertThat(find("b")).containsExactly(after);
        assertThat(find("c")).containsExactly(after);
    }

    @Test
    void anEditOfAnOldVersionIsRefused() {
        Profile profile = aProfile("a");
        Profile after = edit(profile, Map.of(email.number(), List.of(mail("b"))));

        ProfileChanged refused =
                catchThrowableOfType(
                        ProfileChanged.class,
                        () -> edit(profile, Map.of(email.number(), List.of(mail("c")))));

        assertThat(refused).isNotNull();
        assertThat(await(() -> profiles().find(profile.id()))).contains(after);
        assertThat(find("c")).isEmpty();
    }

    @Test
    void anIdentifierOfAnotherProfileIsRefusedAndNothingIsWritten() {
        Profile other = aProfile("taken");
        Profile profile = aProfile("a");

        IdentifierTaken refused =
                catchThrowableOfType(
                        IdentifierTaken.class,
                        () ->
                                edit(
                                        profile,
                                        Map.of(
                                                email.number(),
                                                List.of(mail("free"), mail("taken")))));

        assertThat(refused.profile()).isEqualTo(other.id());
        assertThat(await(() -> profiles().find(profile.id()))).contains(profile);
        assertThat(find("a")).containsExactly(profile);
        assertThat(find("free")).isEmpty();
    }

    @Test
    void aDeletedProfileIsGoneWithItsIdentifiers() {
        Profile profile = aProfile("a", "b");

        erase(profile.id());

        assertThat(await(() -> profiles().find(profile.id()))).isEmpty();
        assertThat(find("a")).isEmpty();
        Profile next = aProfile("a");
        assertThat(find("a")).containsExactly(next);
    }

    @Test
    void whatIsNotThereIsNotDeleted() {
        assertThat(erase(new ProfileId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void aProfileWithTwoOfTheValuesIsFoundOnce() {
        Profile profile = aProfile("a", "b");

        List<Profile> found =
                ask(
                        () ->
                                search().withAnyOf(
                                                List.of(
                                                        identifier("a"),
                                                        identifier("b"),
                                                        identifier("nobody"))));

        assertThat(found).containsExactly(profile);
    }

    @Test
    void theLastMadeComeFirstPageByPage() {
        List<Profile> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.addFirst(aProfile("page" + i));
        }

        Page<Profile> first = ask(() -> search().lastCreated(new PageRequest(Optional.empty(), 2)));
        Page<Profile> second = ask(() -> search().lastCreated(new PageRequest(first.next(), 1)));

        assertThat(first.items()).isEqualTo(made.subList(0, 2));
        assertThat(second.items()).isEqualTo(made.subList(2, 3));
    }

    @Test
    void valuesThatNobodyChangedComeFromTheRunThatMadeTheProfile() {
        Profile profile = aProfile("a");

        ProfileSearch.Origins origins = ask(() -> search().origins(profile.id()));

        assertThat(origins.of(email.number())).isEqualTo(run);
    }

    @Test
    void aChangedValueComesFromWhoeverChangedItLast() {
        Profile profile = aProfile("a");
        Profile once =
                edit(
                        profile,
                        Map.of(
                                email.number(),
                                List.of(mail("a")),
                                city.number(),
                                List.of("Delft")));
        edit(once, Map.of(email.number(), List.of(mail("a")), city.number(), List.of("Breda")));

        ProfileSearch.Origins origins = ask(() -> search().origins(profile.id()));

        assertThat(origins.of(email.number())).isEqualTo(run);
        assertThat(origins.of(city.number()))
                .isInstanceOfSatisfying(
                        Origin.ByPerson.class, person -> assertThat(person.by()).isEqualTo("Eva"));
    }

    @Test
    void nothingIsKnownOfAProfileThatTheLedgerLacks() {
        ProfileSearch.Origins origins =
                ask(() -> search().origins(new ProfileId(UUID.randomUUID())));

        assertThat(origins.of(email.number())).isEqualTo(new Origin.Unknown());
    }

    @Test
    @Tag("M27")
    void whatIsRecordedOfConsentStandsInTheProfileAndWhatItOverrulesIsKept() {
        Profile profile = aProfile("a");
        EvidenceId evidence = await(() -> consents().keep(STATED));

        PrivacyEdit edit = record(profile, said(Answer.GRANTED, NOW.plusSeconds(1), evidence));

        Profile after = edit.after();
        assertThat(await(() -> profiles().find(profile.id()))).contains(after);
        assertThat(await(() -> consents().findToChange(profile.id()))).contains(after);
        assertThat(after.version()).isEqualTo(profile.version().next());
        assertThat(after.values()).isEqualTo(profile.values());
        assertThat(edit.state().zone()).isEqualTo(new Zone("ccpa"));
        assertThat(past(profile)).containsExactly(said(Answer.REFUSED, NOW, new EvidenceId(3)));
        assertThat(await(() -> consents().evidence(List.of(evidence, new EvidenceId(1L << 40)))))
                .isEqualTo(Map.of(evidence, STATED));
    }

    @Test
    @Tag("M27")
    void whatCameTooLateIsKeptOnceAndTheProfileStaysAsItIs() {
        Profile profile = aProfile("a");
        ConsentStatement late =
                said(Answer.GRANTED, NOW.minusSeconds(9), await(() -> consents().keep(STATED)));
        PrivacyEdit edit =
                PrivacyEdit.of(profile, Optional.empty(), List.of(late), NOW.plusSeconds(5));

        await(() -> consents().save(edit, "Eva"));
        await(() -> consents().save(edit, "Eva"));

        assertThat(await(() -> profiles().find(profile.id()))).contains(profile);
        assertThat(past(profile)).containsExactly(late);
    }

    @Test
    @Tag("M27")
    void consentForAnOldVersionIsRefused() {
        Profile profile = aProfile("a");
        record(profile, said(Answer.GRANTED, NOW.plusSeconds(1), new EvidenceId(3)));

        ProfileChanged refused =
                catchThrowableOfType(
                        ProfileChanged.class,
                        () ->
                                record(
                                        profile,
                                        said(
                                                Answer.REFUSED,
                                                NOW.plusSeconds(2),
                                                new EvidenceId(3))));

        assertThat(refused).isNotNull();
    }

    @Test
    @Tag("M27")
    void withAProfileItsPastStatementsGo() {
        Profile profile = aProfile("a");
        record(profile, said(Answer.GRANTED, NOW.plusSeconds(1), new EvidenceId(3)));

        erase(profile.id());

        assertThat(past(profile)).isEmpty();
        assertThat(await(() -> consents().findToChange(profile.id()))).isEmpty();
    }

    private static ConsentStatement said(Answer answer, Instant at, EvidenceId evidence) {
        return new ConsentStatement(new ObjectiveId("newsletter"), answer, at, evidence);
    }

    private PrivacyEdit record(Profile profile, ConsentStatement said) {
        PrivacyEdit edit =
                PrivacyEdit.of(
                        profile, Optional.of(new Zone("ccpa")), List.of(said), NOW.plusSeconds(5));
        await(() -> consents().save(edit, "Eva"));
        return edit;
    }

    private List<ConsentStatement> past(Profile profile) {
        return await(() -> consents().past(profile.id()));
    }

    private Profile edit(Profile profile, Map<Integer, List<String>> values) {
        List<ProfileProperty> all = List.of(email, city);
        ProfileEdit edit = ProfileEdit.of(profile, values, all, NOW);
        await(() -> profiles().save(edit, "Eva"));
        return edit.after();
    }

    @Test
    @Tag("M28")
    void whatHappenedToAProfileIsToldTheLatestFirst() {
        Profile profile = aProfile("a");
        edit(profile, Map.of(email.number(), List.of(mail("a")), city.number(), List.of()));

        List<ProfileEvent> events = happened(profile, Optional.empty());

        assertThat(events)
                .extracting(ProfileEvent::kind)
                .containsExactly(ProfileEvent.Kind.UPDATED, ProfileEvent.Kind.CREATED);
        assertThat(events.getFirst().by()).isEqualTo(new ProfileEvent.By.SomeoneNamed("Eva"));
        assertThat(events.getFirst().before())
                .isEqualTo(Map.of(city.number(), profile.values().get(city.number())));
        assertThat(events.getLast().at()).isEqualTo(run.at());
        assertThat(events.getLast().by())
                .isEqualTo(
                        new ProfileEvent.By.ARun(
                                run.run(), 1, run.connection(), run.connectionName(), "", 1));
    }

    @Test
    @Tag("M28")
    void wherePropertiesHadNothingTheHistorySaysSo() {
        Profile profile = aProfile("a");
        Profile emptied =
                edit(profile, Map.of(email.number(), List.of(mail("a")), city.number(), List.of()));
        edit(emptied, Map.of(email.number(), List.of(mail("a")), city.number(), List.of("Delft")));

        assertThat(happened(profile, Optional.empty()).getFirst().before())
                .isEqualTo(Map.of(city.number(), List.of()));
    }

    @Test
    @Tag("M28")
    void theHistoryComesInPagesAndOfOneRun() {
        Profile profile = aProfile("a");
        edit(profile, Map.of(email.number(), List.of(mail("a")), city.number(), List.of("Delft")));

        Page<ProfileEvent> first =
                ask(
                        () ->
                                history()
                                        .of(
                                                profile.id(),
                                                Optional.empty(),
                                                new PageRequest(Optional.empty(), 1)));
        Page<ProfileEvent> second =
                ask(
                        () ->
                                history()
                                        .of(
                                                profile.id(),
                                                Optional.empty(),
                                                new PageRequest(first.next(), 1)));

        assertThat(first.items())
                .extracting(ProfileEvent::kind)
                .containsExactly(ProfileEvent.Kind.UPDATED);
        assertThat(second.items())
                .extracting(ProfileEvent::kind)
                .containsExactly(ProfileEvent.Kind.CREATED);
        assertThat(second.next()).isEmpty();
        assertThat(happened(profile, Optional.of(run.run()))).isEqualTo(second.items());
        assertThat(happened(profile, Optional.of(new RunId(UUID.randomUUID())))).isEmpty();
    }

    /// The cursor is a place in the ledger: two changes of one moment have two.
    @Test
    @Tag("M28")
    void whatIsDoneTwiceAtOnceIsToldTwice() {
        Profile profile = aProfile("a");
        ProfileEdit first =
                ProfileEdit.of(
                        profile,
                        Map.of(email.number(), List.of(mail("a")), city.number(), List.of("Delft")),
                        List.of(email, city),
                        NOW);
        ProfileEdit second =
                ProfileEdit.of(
                        first.after(),
                        Map.of(email.number(), List.of(mail("a")), city.number(), List.of("Breda")),
                        List.of(email, city),
                        NOW);
        await(() -> profiles().save(first, "Eva").chain(() -> profiles().save(second, "Eva")));

        List<ProfileEvent> events = new ArrayList<>();
        Page<ProfileEvent> page = page(profile, Optional.empty());
        events.addAll(page.items());
        while (page.next().isPresent()) {
            page = page(profile, page.next());
            events.addAll(page.items());
        }

        assertThat(events)
                .extracting(event -> event.before().get(city.number()))
                .containsExactly(
                        List.of("Delft"), profile.values().get(city.number()), (List<String>) null);
    }

    private Page<ProfileEvent> page(Profile profile, Optional<Cursor> after) {
        return ask(() -> history().of(profile.id(), Optional.empty(), new PageRequest(after, 1)));
    }

    @Test
    @Tag("M28")
    void ofADeletedProfileIsLeftThatItWasThereButNoneOfItsValues() {
        Profile profile = aProfile("a");
        edit(profile, Map.of(email.number(), List.of(mail("a")), city.number(), List.of("Delft")));
        erase(profile.id());

        List<ProfileEvent> events = happened(profile, Optional.empty());

        assertThat(events)
                .extracting(ProfileEvent::kind)
                .containsExactly(
                        ProfileEvent.Kind.ERASED,
                        ProfileEvent.Kind.UPDATED,
                        ProfileEvent.Kind.CREATED);
        assertThat(events).extracting(ProfileEvent::before).containsOnly(Map.of());
    }

    @Test
    @Tag("M28")
    void anErasureLeavesAReceiptOfHowMuchWentAndNothingOfWhatItWas() {
        Profile profile = aProfile("a", "b");
        Profile edited =
                edit(
                        profile,
                        Map.of(
                                email.number(),
                                List.of(mail("a"), mail("b")),
                                city.number(),
                                List.of("Delft")));
        record(
                edited,
                said(Answer.GRANTED, NOW.plusSeconds(1), await(() -> consents().keep(STATED))));

        Erasure receipt = erase(profile.id()).orElseThrow();

        assertThat(receipt.profile()).isEqualTo(profile.id());
        assertThat(receipt.by()).isEqualTo("Eva");
        assertThat(receipt.at()).isEqualTo(NOW);
        assertThat(receipt.removed()).isEqualTo(new Erasure.Removed(2, 3, 2, 1, 0));
        assertThat(receipt.traces()).isEqualTo(new Erasure.Traces.Sought());
        assertThat(await(() -> erasures().find(receipt.id()))).contains(receipt);
        assertThat(await(() -> erasures().find(new ErasureId(UUID.randomUUID())))).isEmpty();
        assertThat(past(profile)).isEmpty();
    }

    @Test
    @Tag("M28")
    void whatProvedTheConsentOfTheErasedGoesAndWhatProvesThatOfOthersStays() {
        Profile profile = aProfile("a");
        Profile other = aProfile("c");
        EvidenceId his = await(() -> consents().keep(STATED));
        EvidenceId hers = await(() -> consents().keep(STATED));
        record(profile, said(Answer.GRANTED, NOW.plusSeconds(1), his));
        record(other, said(Answer.GRANTED, NOW.plusSeconds(1), hers));

        erase(profile.id());

        assertThat(await(() -> consents().evidence(List.of(his, hers))))
                .isEqualTo(Map.of(hers, STATED));
    }

    @Test
    @Tag("M28")
    void receiptsAreListedTheLatestFirstInPagesAndOfOneProfile() {
        Erasure first = erase(aProfile("a").id()).orElseThrow();
        Erasure second = erase(aProfile("b").id()).orElseThrow();

        Page<Erasure> page =
                await(
                        () ->
                                erasures()
                                        .list(
                                                Optional.empty(),
                                                new PageRequest(Optional.empty(), 1)));
        Page<Erasure> next =
                await(() -> erasures().list(Optional.empty(), new PageRequest(page.next(), 1)));

        assertThat(page.items()).containsExactly(second);
        assertThat(next.items()).containsExactly(first);
        assertThat(
                        await(
                                        () ->
                                                erasures()
                                                        .list(
                                                                Optional.of(first.profile()),
                                                                PageRequest.first()))
                                .items())
                .containsExactly(first);
    }

    private Optional<Erasure> erase(ProfileId id) {
        ErasureId erasure =
                new ErasureId(new UUID(0x7fff_ffff_ffff_7000L, 0x4000_0000_0000_0000L + next()));
        return await(() -> erasures().erase(erasure, id, "Eva", NOW));
    }

    private List<ProfileEvent> happened(Profile profile, Optional<RunId> byRun) {
        return ask(() -> history().of(profile.id(), byRun, PageRequest.first())).items();
    }

    private List<Profile> find(String name) {
        return ask(() -> search().withAnyOf(List.of(identifier(name))));
    }

    private Profile aProfile(String... names) {
        List<String> mails = List.of(names).stream().map(this::mail).toList();
        // Later profiles have greater ids, as version 7 UUIDs do.
        Profile profile =
                new Profile(
                        new ProfileId(
                                new UUID(0x7fff_ffff_ffff_7000L, 0x4000_0000_0000_0000L + next())),
                        Version.FIRST,
                        NOW,
                        new PrivacyState(
                                new Zone("gdpr"),
                                Consents.of(
                                        List.of(
                                                new ConsentStatement(
                                                        new ObjectiveId("newsletter"),
                                                        Answer.REFUSED,
                                                        NOW,
                                                        new EvidenceId(3))))),
                        Map.of(
                                email.number(),
                                mails,
                                city.number(),
                                List.of("Oude \"Kerk\" \\ ’s")));
        imported(profile, List.copyOf(profile.identifiers(List.of(email))), run);
        return profile;
    }

    private static synchronized long next() {
        counter++;
        return System.nanoTime() + counter;
    }

    private String mail(String name) {
        return name + "@" + unique + ".example";
    }

    private Identifier identifier(String name) {
        return new Identifier(email.number(), mail(name));
    }

    private ProfileProperty property(String name, PropertyType type, boolean identifier) {
        return await(
                () ->
                        properties()
                                .add(
                                        List.of(
                                                new NewProperty(
                                                        new PropertyId(name + "_" + unique),
                                                        name,
                                                        type,
                                                        identifier,
                                                        false)))
                                .map(List::getFirst));
    }
}
