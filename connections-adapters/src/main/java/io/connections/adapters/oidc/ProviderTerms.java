package io.connections.adapters.oidc;

import io.connections.domain.access.Role;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/// How the identity provider calls what we have words of our own for. Without a name given, a role
/// is called there as it is here.
@ConfigMapping(prefix = "connections.oidc.terms")
interface ProviderTerms {
    /// The claims that may hold a bearer token's scopes; the first that is there counts.
    @WithDefault("scope,scp")
    List<String> scopes();

    Roles roles();

    interface Roles {
        Optional<List<String>> viewer();

        Optional<List<String>> marketer();

        Optional<List<String>> applicationManager();

        Optional<List<String>> administrator();
    }

    default List<String> namesOf(Role role) {
        Optional<List<String>> theirs =
                switch (role) {
                    case VIEWER -> roles().viewer();
                    case MARKETER -> roles().marketer();
                    case APPLICATION_MANAGER -> roles().applicationManager();
                    case ADMINISTRATOR -> roles().administrator();
                };
        return theirs.orElse(List.of(role.id()));
    }
}
