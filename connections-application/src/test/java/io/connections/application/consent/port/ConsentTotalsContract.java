package io.connections.application.consent.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.application.consent.port.ConsentTotals.Answers;
import io.connections.application.consent.port.ConsentTotals.Profiles;
import io.connections.application.consent.port.ConsentTotals.Totals;
import io.connections.domain.consent.ObjectiveId;
import io.smallrye.mutiny.Uni;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What everything does that knows how many profiles consented and refused.
@Tag("M26")
public abstract class ConsentTotalsContract {
    /// Of their own for each test: the store may be shared.
    private final ObjectiveId news = new ObjectiveId("news-" + UUID.randomUUID());

    private final ObjectiveId ads = new ObjectiveId("ads-" + UUID.randomUUID());

    protected abstract ConsentTotals totals();

    /// So many profiles more answered so, as one of several who count at the same time.
    protected abstract void count(int who, ObjectiveId objective, long granted, long refused);

    protected abstract void addProfiles(int amount);

    /// Runs it in a unit of work and waits for what it answers.
    protected abstract <T> T await(Supplier<Uni<T>> work);

    @Test
    void whatSeveralCountedIsOneSum() {
        count(1, news, 5, 2);
        count(2, news, 3, -1);
        count(1, ads, 0, 4);

        Totals all = all();

        assertThat(all.answers())
                .containsEntry(news, new Answers(8, 1))
                .containsEntry(ads, new Answers(0, 4));
    }

    @Test
    void anObjectiveAboutWhichNobodySaidAnythingHasNoAnswers() {
        assertThat(all().answers()).doesNotContainKey(news);
    }

    @Test
    void aFewProfilesAreCountedOneByOne() {
        Profiles before = all().profiles();
        addProfiles(3);

        assertThat(all().profiles()).isEqualTo(new Profiles(before.amount() + 3, false));
    }

    private Totals all() {
        return await(() -> totals().all());
    }
}
