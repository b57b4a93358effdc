package io.connections.adapters.oidc;

import io.connections.application.access.port.ActorProvider;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.json.JsonString;
import java.security.Principal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Turns what the identity provider says into an actor. Roles that are not ours count for nothing;
/// a bearer token's scopes narrow what its roles grant and never widen it.
@Singleton
final class OidcActorProvider implements ActorProvider {
    /// The tenant that checks bearer tokens, as application.properties names it.
    private static final String BEARER = "bearer";

    private final CurrentIdentityAssociation identities;
    private final ProviderTerms terms;

    OidcActorProvider(CurrentIdentityAssociation identities, ProviderTerms terms) {
        this.identities = identities;
        this.terms = terms;
    }

    @Override
    public Uni<SignedIn> current() {
        return identities.getDeferredIdentity().map(this::signedIn);
    }

    private SignedIn signedIn(SecurityIdentity identity) {
        Set<Role> roles =
                Arrays.stream(Role.values())
                        .filter(role -> terms.namesOf(role).stream().anyMatch(identity::hasRole))
                        .collect(Collectors.toUnmodifiableSet());
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> permissions.addAll(role.permissions()));

        Principal principal = identity.getPrincipal();
        if (!(principal instanceof JsonWebToken token)) {
            return new SignedIn(
                    new Actor(principal.getName(), principal.getName(), Set.of()), roles);
        }
        if (BEARER.equals(identity.getAttribute("tenant-id"))) {
            Set<String> scopes = scopes(token);
            permissions.removeIf(permission -> !scopes.contains(permission.scope()));
        }
        String subject = claim(token, "sub");
        if (subject.isBlank()) {
            // All who have none would be one and the same, with each other's Idempotency-Keys.
            throw new UnauthorizedException("the token does not say who it is for");
        }
        String name =
                Stream.of("name", "preferred_username", "email", "client_id", "azp")
                        .map(claim -> claim(token, claim))
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(subject);
        return new SignedIn(new Actor(subject, name, permissions), roles);
    }

    /// A text with spaces between, as the standard has it, or a list, as some providers do.
    private Set<String> scopes(JsonWebToken token) {
        return terms.scopes().stream()
                .flatMap(name -> Stream.<Object>ofNullable(token.getClaim(name)))
                .findFirst()
                .stream()
                .flatMap(OidcActorProvider::items)
                .map(item -> item instanceof JsonString text ? text.getString() : item.toString())
                .flatMap(text -> Stream.of(text.split(" ", -1)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<?> items(Object claim) {
        return claim instanceof Iterable<?> list
                ? StreamSupport.stream(list.spliterator(), false)
                : Stream.of(claim);
    }

    private static String claim(JsonWebToken token, String name) {
        return Objects.toString(token.getClaim(name), "");
    }
}
