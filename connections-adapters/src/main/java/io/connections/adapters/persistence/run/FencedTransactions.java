package io.connections.adapters.persistence.run;

import io.connections.application.run.port.FenceLost;
import io.connections.application.run.port.Lease;

/// Transactions of a process on a share that is still its own.
final class FencedTransactions {
    private final Transactions transactions;

    FencedTransactions(Transactions transactions) {
        this.transactions = transactions;
    }

    /// The share's row is locked, so that whoever takes it over waits for this transaction.
    <T> T run(Lease lease, Transactions.Work<T> work) {
        return transactions.run(fenced(lease, work));
    }

    /// As [Transactions#runSoon].
    <T> T runSoon(Lease lease, Transactions.Work<T> work) {
        return transactions.runSoon(fenced(lease, work));
    }

    private static <T> Transactions.Work<T> fenced(Lease lease, Transactions.Work<T> work) {
        return sql -> {
            boolean ours =
                    sql.exists(
                            """
                            select 1 from run_share
                            where run_id = ? and share = ? and fence = ? for share
                            """,
                            lease.run().value(),
                            lease.share().share(),
                            lease.fence());
            if (!ours) {
                throw new FenceLost(lease.share());
            }
            return work.in(sql);
        };
    }
}
