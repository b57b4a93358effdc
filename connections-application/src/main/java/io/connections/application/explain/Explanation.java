package io.connections.application.explain;

import io.connections.domain.channel.ChannelScope;
import io.connections.domain.connection.Connection;
import io.connections.domain.consent.ConsentGate;
import io.connections.domain.profile.ProfileId;
import java.util.List;

/// Whether a connection, as it is saved, processes a profile now, and what each rule saw. The rules
/// stand in the order in which they are asked; the first that does not hold decides.
public record Explanation(ProfileId profile, Connection connection, List<Rule> rules) {
    public Explanation {
        rules = List.copyOf(rules);
    }

    public boolean processed() {
        return rules.stream().allMatch(Rule::holds);
    }

    /// What has to hold.
    public sealed interface Rule {
        boolean holds();

        /// The connection is On.
        record SwitchedOn(boolean holds) implements Rule {}

        /// The scope has the page.
        record InScope(ChannelScope.Explanation seen) implements Rule {
            @Override
            public boolean holds() {
                return seen.verdict().isInside();
            }
        }

        /// The person's consent covers it.
        record Consented(ConsentGate.Explanation seen) implements Rule {
            @Override
            public boolean holds() {
                return isAllowed(seen.verdict());
            }
        }

        /// As [Consented], of a profile whose consent cannot be read.
        record Unreadable(ConsentGate.Verdict verdict) implements Rule {
            @Override
            public boolean holds() {
                return isAllowed(verdict);
            }
        }
    }

    private static boolean isAllowed(ConsentGate.Verdict verdict) {
        return verdict instanceof ConsentGate.Verdict.Allowed;
    }
}
