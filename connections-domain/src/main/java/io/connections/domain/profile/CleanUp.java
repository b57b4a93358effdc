package io.connections.domain.profile;

import io.connections.domain.consent.ConsentGate;
import io.connections.domain.consent.ConsentGate.Verdict;
import io.connections.domain.consent.ConsentStatement.Answer;
import io.connections.domain.consent.ObjectiveId;
import io.connections.domain.consent.PrivacyState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What is taken from the profile of somebody who refused a purpose: what connections that served
/// it needed, and no connection needs any more that still may process the person. Identifiers stay:
/// by them the refusal itself is kept.
///
/// @param needs of all connections that matter, switched on or not
/// @param identifiers numbers of the properties that identify
public record CleanUp(List<Need> needs, Set<Integer> identifiers) {
    public CleanUp {
        needs = List.copyOf(needs);
        identifiers = Set.copyOf(identifiers);
    }

    /// A connection's.
    ///
    /// @param objectives that it is linked to
    /// @param gate of those
    /// @param properties that its goals read or write, by number
    public record Need(Set<ObjectiveId> objectives, ConsentGate gate, Set<Integer> properties) {
        public Need {
            objectives = Set.copyOf(objectives);
            properties = Set.copyOf(properties);
        }
    }

    /// Numbers of the properties that go, of those that have values. None where the person
    /// consented again meanwhile, or where it cannot be read what they said.
    ///
    /// @param withdrawn objectives that the person refused
    public Set<Integer> of(Profile profile, Set<ObjectiveId> withdrawn) {
        if (!(profile.privacy() instanceof PrivacyState state)) {
            return Set.of();
        }
        Set<ObjectiveId> refused =
                withdrawn.stream()
                        .filter(each -> state.consents().say(Answer.REFUSED, each))
                        .collect(Collectors.toSet());
        Set<Integer> going = new TreeSet<>();
        Set<Integer> staying = new TreeSet<>(identifiers);
        for (Need need : needs) {
            if (!(need.gate().judge(state) instanceof Verdict.HeldBack)) {
                staying.addAll(need.properties());
            } else if (need.objectives().stream().anyMatch(refused::contains)) {
                going.addAll(need.properties());
            }
        }
        going.removeAll(staying);
        going.retainAll(profile.values().keySet());
        return going;
    }
}
