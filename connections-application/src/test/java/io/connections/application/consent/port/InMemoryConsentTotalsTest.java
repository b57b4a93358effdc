package io.connections.application.consent.port;

import io.connections.domain.consent.ObjectiveId;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

class InMemoryConsentTotalsTest extends ConsentTotalsContract {
    private final InMemoryConsentTotals totals = new InMemoryConsentTotals();

    @Override
    protected ConsentTotals totals() {
        return totals;
    }

    @Override
    protected void count(int who, ObjectiveId objective, long granted, long refused) {
        totals.count(objective, granted, refused);
    }

    @Override
    protected void addProfiles(int amount) {
        totals.addProfiles(amount);
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return work.get().await().indefinitely();
    }
}
