package io.connections.domain.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a channel reaches people through, with what tells it from others of its kind.
public sealed interface Outlet {
    /// @param aliases other hostnames of the same website
    record Website(Hostname hostname, List<Hostname> aliases) implements Outlet {
        public Website {
            aliases = List.copyOf(aliases);
        }

        @Override
        public List<Hostname> hostnames() {
            List<Hostname> all = new ArrayList<>();
            all.add(hostname);
            all.addAll(aliases);
            return all;
        }
    }

    record Email() implements Outlet {}

    record Mobile(AppId app) implements Outlet {}

    record Tv(AppId app) implements Outlet {}

    /// What can be chosen before anything else is known.
    enum Kind {
        WEBSITE,
        EMAIL,
        MOBILE,
        TV;

        /// As the API names it: `website`.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The kind that the API names so.
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
        }
    }

    /// The hosts of its pages, the first one first among them; only a website has any.
    default List<Hostname> hostnames() {
        return List.of();
    }

    default Kind kind() {
        return switch (this) {
            case Website _ -> Kind.WEBSITE;
            case Email() -> Kind.EMAIL;
            case Mobile _ -> Kind.MOBILE;
            case Tv _ -> Kind.TV;
        };
    }
}
