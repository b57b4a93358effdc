package io.connections.adapters.oidc;

import io.connections.application.access.port.ActorProvider;
import io.connections.domain.access.Actor;
import io.connections.domain.access.Actor.Kind;
import io.connections.domain.access.Origin;
import io.connections.domain.access.Permission;
import io.connections.domain.access.Role;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
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

    /// How Keycloak calls the user that stands for an application.
    private static final String SERVICE_ACCOUNT = "service-account-";

    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest request;
    private final ProviderTerms terms;

    OidcActorProvider(
            CurrentIdentityAssociation identities,
            CurrentVertxRequest request,
            ProviderTerms terms) {
        this.identities = identities;
        this.request = request;
        this.terms = terms;
    }

    @Override
    public Uni<Actor> current() {
        return identities.getDeferredIdentity().map(identity -> actor(identity, origin()));
    }

    private Origin origin() {
        RoutingContext context = request.getCurrent();
        return context == null ? Origin.NOWHERE : Origins.of(context.request());
    }

    Actor actor(SecurityIdentity identity, Origin origin) {
        Set<Role> roles =
                Arrays.stream(Role.values())
                        .filter(role -> terms.namesOf(role).stream().anyMatch(identity::hasRole))
                        .collect(Collectors.toUnmodifiableSet());
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        roles.forEach(role -> permissions.addAll(role.permissions()));

        Principal principal = identity.getPrincipal();
        if (!(principal instanceof JsonWebToken token)) {
            return Actor.unknown(origin);
        }
        boolean bearer = BEARER.equals(identity.getAttribute("tenant-id"));
        if (bearer) {
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
        Kind kind = bearer && ofNobody(token) ? Kind.APPLICATION : Kind.PERSON;
        return new Actor(subject, name, kind, origin, roles, permissions);
    }

    /// An application's own token: it was made for no person.
    private static boolean ofNobody(JsonWebToken token) {
        String user = claim(token, "preferred_username");
        return user.startsWith(SERVICE_ACCOUNT)
                || (user.isBlank()
                        && claim(token, "name").isBlank()
                        && claim(token, "email").isBlank());
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
