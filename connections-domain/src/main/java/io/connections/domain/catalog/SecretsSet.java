package io.connections.domain.catalog;

import java.util.Map;
import java.util.Set;

/// Which secrets a connection has, by field.
///
/// @param elsewhere those given for another target: kept for it, of no use here
public record SecretsSet(Set<String> here, Map<String, Target> elsewhere) {
    public SecretsSet {
        here = Set.copyOf(here);
        elsewhere = Map.copyOf(elsewhere);
    }

    public static SecretsSet of(Set<String> here) {
        return new SecretsSet(here, Map.of());
    }
}
