package io.connections.application.audit;

import static io.connections.domain.access.ActorFixtures.aMarketer;
import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.audit.port.RecordingAuditTrail;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Origin;
import io.connections.domain.audit.Action;
import io.connections.domain.audit.AuditEvent;
import io.connections.domain.audit.Change;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Hearing of sign-ins without waiting, and without a flood filling anything.
@Tag("M30")
class SignInJournalTest {
    private static final Origin HERE = new Origin("192.0.2.7", "curl/8");

    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final FlakyUnitOfWork unitOfWork = new FlakyUnitOfWork();
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private final SignInJournal journal = new SignInJournal(unitOfWork, trail, () -> now);

    @Test
    void whoSignsInAndOutIsRecorded() {
        journal.signedIn(aMarketer());
        journal.signedOut(aMarketer());

        write();

        assertThat(trail.events())
                .extracting(AuditEvent::action)
                .containsExactly(Action.SIGNED_IN, Action.SIGNED_OUT);
        assertThat(trail.events()).extracting(AuditEvent::by).containsOnly(aMarketer());
    }

    @Test
    void theFirstRefusalIsToldAtOnceWithItsAddressAndReason() {
        journal.refused(HERE, "expired");

        write();

        assertThat(trail.events()).hasSize(1);
        assertThat(trail.events().getFirst().by().origin()).isEqualTo(HERE);
        assertThat(trail.events().getFirst().changes())
                .containsExactly(Change.of("Reason", "", "expired"));
    }

    @Test
    void thoseThatFollowWithinAMinuteAreToldTogether() {
        for (int i = 0; i < 1000; i++) {
            journal.refused(HERE, "expired");
            write();
        }
        now = now.plusSeconds(60);

        write();

        assertThat(trail.events()).hasSize(2);
        assertThat(trail.events().getLast().changes())
                .containsExactly(
                        Change.of("Reason", "", "expired"),
                        Change.of("Again within a minute", "", "999 times"));
    }

    @Test
    void anotherReasonAndAnotherAddressAreToldApart() {
        journal.refused(HERE, "expired");
        journal.refused(HERE, "garbage");
        journal.refused(new Origin("192.0.2.8", ""), "expired");

        write();

        assertThat(trail.events()).hasSize(3);
    }

    @Test
    void aFloodFromManyAddressesFillsNeitherMemoryNorTheTrail() {
        for (int i = 0; i < 100_000; i++) {
            journal.refused(new Origin("2001:db8::" + Integer.toHexString(i), ""), "garbage");
        }
        now = now.plusSeconds(60);

        write();

        assertThat(trail.events()).hasSize(SignInJournal.MAX_ADDRESSES + 2);
        assertThat(trail.events().getLast().by().origin().address()).isEqualTo("many addresses");
    }

    @Test
    void whatCannotBeWrittenWaitsForTheNextTime() {
        journal.signedIn(aMarketer());
        unitOfWork.broken = true;
        write();
        unitOfWork.broken = false;

        write();

        assertThat(trail.events()).hasSize(1);
    }

    private void write() {
        journal.write().onFailure().recoverWithNull().await().indefinitely();
    }

    private final class FlakyUnitOfWork implements UnitOfWork {
        private final UnitOfWork working = new InMemoryUnitOfWork(trail);
        private boolean broken;

        @Override
        public <T> Uni<T> run(Supplier<Uni<T>> work) {
            return broken
                    ? Uni.createFrom().failure(new IllegalStateException("no database"))
                    : working.run(work);
        }
    }
}
