package io.connections.domain.consent;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The zones in use, and what holds in each. *Rest of world* is always one of them: it stands for
/// every zone that is not.
public final class PrivacySettings {
    private final Map<Zone, Regime> regimes;

    private PrivacySettings(Map<Zone, Regime> regimes) {
        this.regimes = Map.copyOf(regimes);
    }

    /// @param restOfWorld what holds in *rest of world*, whatever `others` says of it
    public static PrivacySettings of(Regime restOfWorld, Map<Zone, Regime> others) {
        Map<Zone, Regime> regimes = new HashMap<>(others);
        regimes.put(Zone.REST_OF_WORLD, restOfWorld);
        return new PrivacySettings(regimes);
    }

    public Set<Zone> zones() {
        return regimes.keySet();
    }

    /// The zone itself where it is in use, else *rest of world*.
    public Zone counted(Zone zone) {
        return regimes.containsKey(zone) ? zone : Zone.REST_OF_WORLD;
    }

    /// @throws IllegalArgumentException when the zone is not in use: see [#counted]
    public Regime regimeOf(Zone zone) {
        Regime regime = regimes.get(zone);
        if (regime == null) {
            throw new IllegalArgumentException("not in use: " + zone.code());
        }
        return regime;
    }

    /// Whether an objective needs consent there. One that names a zone which is not in use needs
    /// it in *rest of world*, where that zone's profiles are then: taking a zone out of use lets
    /// nobody through.
    ///
    /// @param counted a zone that is in use
    public boolean needsConsent(Objective objective, Zone counted) {
        return objective.zones().stream().map(this::counted).anyMatch(counted::equals);
    }

    @Override
    public String toString() {
        return regimes.toString();
    }
}
