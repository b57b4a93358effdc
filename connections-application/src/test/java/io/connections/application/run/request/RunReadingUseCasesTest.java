package io.connections.application.run.request;

import static io.connections.domain.access.ActorFixtures.aViewer;
import static io.connections.domain.access.ActorFixtures.lacking;
import static io.connections.domain.connection.ConnectionFixtures.NOON;
import static io.connections.domain.profile.ProfileFixtures.aProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import io.connections.application.connection.House;
import io.connections.application.kernel.Page;
import io.connections.application.kernel.PageRequest;
import io.connections.application.kernel.RequestInvalid;
import io.connections.application.kernel.port.CountedIds;
import io.connections.application.run.request.port.RunReadings.Touched;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.PermissionMissing;
import io.connections.domain.goal.Counts;
import io.connections.domain.goal.Disposition;
import io.connections.domain.goal.GoalId;
import io.connections.domain.profile.Profile;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.run.RunId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What can be read of a run: its rate, its log, the profiles it met, the records it rejected.
@Tag("M18")
class RunReadingUseCasesTest {
    private static final RunId NOTHING = new RunId(CountedIds.id(99));

    private final House house = new House();
    private final RunId run = house.aRunOf(house.aReadyConnection());

    @Test
    void theRateOfARunHasItsPointsInTime() {
        List<RatePoint> points = List.of(point(1), point(2));
        house.runs.rating(run, points);

        assertThat(rate(aViewer(), run)).isEqualTo(points);
    }

    @Test
    void aChartIsGivenNoMorePointsThanItCanShow() {
        house.runs.rating(
                run,
                IntStream.rangeClosed(1, 1000).mapToObj(RunReadingUseCasesTest::point).toList());

        assertThat(rate(aViewer(), run)).hasSize(300);
    }

    @Test
    void aRunThatIsNotThereHasNoRate() {
        Throwable refused = catchThrowable(() -> rate(aViewer(), NOTHING));

        assertThat(refused).isInstanceOf(RunNotFound.class);
    }

    @Test
    @Tag("M30")
    void theRateNeedsItsPermission() {
        Throwable refused = catchThrowable(() -> rate(lacking(Permission.CONNECTIONS_READ), run));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    @Tag("M29")
    void theLastHoursEndWithTheOneThatHasBegun() {
        house.runs.committed(new Counts(1, 0, 0, 0, 0, 0, 0), NOON.minusSeconds(2 * 3600 + 1));
        house.runs.committed(new Counts(2, 0, 0, 0, 0, 0, 0), NOON.minusSeconds(2 * 3600));
        house.runs.committed(new Counts(3, 0, 0, 0, 0, 0, 0), NOON.plusSeconds(60));

        ListHourlyTotals.Totals totals = totals(aViewer(), 3);

        assertThat(totals.from()).isEqualTo(NOON.minusSeconds(2 * 3600));
        assertThat(totals.until()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(totals.hours())
                .extracting(hour -> hour.recordsIn().read())
                .containsExactly(2L, 3L);
    }

    @ParameterizedTest
    @Tag("M29")
    @ValueSource(ints = {0, -1, 745})
    void noHourAndMoreHoursThanAreKeptAreRefused(int hours) {
        Throwable refused = catchThrowable(() -> totals(aViewer(), hours));

        assertThat(refused).isInstanceOf(RequestInvalid.class);
    }

    @Test
    @Tag("M30")
    void totalsNeedTheirPermission() {
        Throwable refused = catchThrowable(() -> totals(lacking(Permission.CONNECTIONS_READ), 24));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    private ListHourlyTotals.Totals totals(Actor actor, int hours) {
        return new ListHourlyTotals(house.runs, () -> NOON.plusSeconds(1800))
                .handle(new ListHourlyTotals.Query(actor, hours))
                .await()
                .indefinitely();
    }

    @Test
    void theLogIsReadInTheOrderOfWritingPageByPage() {
        house.runs.writing(run, line("Began."));
        house.runs.writing(run, line("Ended."));

        Page<LogLine> first = log(aViewer(), run, new PageRequest(Optional.empty(), 1));
        Page<LogLine> second = log(aViewer(), run, new PageRequest(first.next(), 1));

        assertThat(first.items()).containsExactly(line("Began."));
        assertThat(second.items()).containsExactly(line("Ended."));
        assertThat(second.next()).isEmpty();
    }

    @Test
    void aRunThatIsNotThereHasNoLog() {
        Throwable refused = catchThrowable(() -> log(aViewer(), NOTHING, PageRequest.first()));

        assertThat(refused).isInstanceOf(RunNotFound.class);
    }

    @Test
    @Tag("M30")
    void theLogNeedsItsPermission() {
        Actor somebody = lacking(Permission.CONNECTIONS_READ);

        Throwable refused = catchThrowable(() -> log(somebody, run, PageRequest.first()));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    void touchedProfilesAreCalledAsPeopleKnowThem() {
        Profile ann = aProfile().id(CountedIds.id(1)).with(house.email, "ann@example.com").build();
        house.runs.touching(run, List.of(touched(ann.id(), Optional.of(ann))));

        List<TouchedProfile> listed = touched(aViewer(), run);

        assertThat(listed)
                .containsExactly(
                        new TouchedProfile(
                                ann.id(), Disposition.UPDATED, NOON, "ann@example.com", false));
    }

    @Test
    void aProfileThatWasDeletedSinceIsCalledByTheEndOfItsId() {
        ProfileId gone = new ProfileId(UUID.fromString("0193a000-0000-7000-8000-0123456789ab"));
        house.runs.touching(run, List.of(touched(gone, Optional.empty())));

        List<TouchedProfile> listed = touched(aViewer(), run);

        assertThat(listed)
                .extracting(TouchedProfile::label, TouchedProfile::deleted)
                .containsExactly(tuple("Profile 0123456789ab", true));
    }

    @Test
    void ofManyTouchedProfilesTheLast20AreListed() {
        house.runs.touching(
                run,
                IntStream.rangeClosed(1, 30)
                        .mapToObj(
                                number ->
                                        touched(
                                                new ProfileId(CountedIds.id(number)),
                                                Optional.empty()))
                        .toList());

        assertThat(touched(aViewer(), run)).hasSize(20);
    }

    @Test
    void aRunThatIsNotThereHasTouchedNobody() {
        Throwable refused = catchThrowable(() -> touched(aViewer(), NOTHING));

        assertThat(refused).isInstanceOf(RunNotFound.class);
    }

    @Test
    @Tag("M30")
    void touchedProfilesNeedThePermissionToReadProfiles() {
        Throwable refused = catchThrowable(() -> touched(lacking(Permission.PROFILES_READ), run));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    @Test
    @Tag("M17")
    void theDownloadHasEveryRejectedRecordInOrderHoweverMany() {
        List<RejectedRecord> all = rejectedRecords(450);
        house.runs.rejecting(run, all);

        assertThat(download(aViewer(), run, Optional.empty())).isEqualTo(all);
    }

    @Test
    @Tag("M17")
    void aDownloadThatFillsItsPagesExactlyHasNothingTwice() {
        List<RejectedRecord> all = rejectedRecords(400);
        house.runs.rejecting(run, all);

        assertThat(download(aViewer(), run, Optional.empty())).isEqualTo(all);
    }

    @Test
    @Tag("M17")
    void theDownloadOfOneGoalHasThatGoalsRecordsOnly() {
        house.runs.rejecting(run, rejectedRecords(2));
        GoalId another = new GoalId(UUID.randomUUID());

        assertThat(download(aViewer(), run, Optional.of(house.aGoodGoal().id()))).hasSize(2);
        assertThat(download(aViewer(), run, Optional.of(another))).isEmpty();
    }

    @Test
    @Tag("M17")
    void aRunThatRejectedNothingHasAnEmptyDownload() {
        assertThat(download(aViewer(), run, Optional.empty())).isEmpty();
    }

    @Test
    @Tag("M17")
    void aRunThatIsNotThereHasNoDownload() {
        Throwable refused = catchThrowable(() -> download(aViewer(), NOTHING, Optional.empty()));

        assertThat(refused).isInstanceOf(RunNotFound.class);
    }

    @Test
    @Tag("M17")
    @Tag("M30")
    void theDownloadNeedsThePermissionToReadProfiles() {
        Actor somebody = lacking(Permission.PROFILES_READ);

        Throwable refused = catchThrowable(() -> download(somebody, run, Optional.empty()));

        assertThat(refused).isInstanceOf(PermissionMissing.class);
    }

    private List<RatePoint> rate(Actor actor, RunId which) {
        return new GetRunRate(house.runs)
                .handle(new GetRunRate.Query(actor, which))
                .await()
                .indefinitely();
    }

    private Page<LogLine> log(Actor actor, RunId which, PageRequest page) {
        return new ListRunLog(house.runs)
                .handle(new ListRunLog.Query(actor, which, page))
                .await()
                .indefinitely();
    }

    private List<TouchedProfile> touched(Actor actor, RunId which) {
        return new ListTouchedProfiles(house.unitOfWork, house.properties, house.runs)
                .handle(new ListTouchedProfiles.Query(actor, which))
                .await()
                .indefinitely();
    }

    private List<RejectedRecord> download(Actor actor, RunId which, Optional<GoalId> goal) {
        return new DownloadRejectedRecords(house.runs, house.unitOfWork, house.trail)
                .handle(new DownloadRejectedRecords.Query(actor, which, goal))
                .await()
                .indefinitely()
                .collect()
                .asList()
                .await()
                .indefinitely();
    }

    private static RatePoint point(int second) {
        return new RatePoint(NOON.plusSeconds(second), 100L * second, 100);
    }

    private static LogLine line(String message) {
        return new LogLine(NOON, LogLine.Level.INFO, message);
    }

    private static Touched touched(ProfileId id, Optional<Profile> profile) {
        return new Touched(id, Disposition.UPDATED, NOON, profile);
    }

    private static List<RejectedRecord> rejectedRecords(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        number ->
                                new RejectedRecord(
                                        number,
                                        number + 1,
                                        Optional.of("/in/a.csv"),
                                        "ragged-line",
                                        "Too short.",
                                        "x"))
                .toList();
    }
}
