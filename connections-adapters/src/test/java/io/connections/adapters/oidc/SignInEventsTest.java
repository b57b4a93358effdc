package io.connections.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationRedirectException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M30")
class SignInEventsTest {
    @Test
    void whoIsSentOnAfterSigningInHasNotFailed() {
        assertThat(notCompleted(Map.of("state", "s", "code", "c"), sentOn())).isFalse();
    }

    @Test
    void whomTheProviderRefusedHasFailedThoughSentOnToo() {
        assertThat(notCompleted(Map.of("state", "s", "error", "access_denied"), sentOn())).isTrue();
    }

    @Test
    void aCodeThatTheProviderDoesNotKnowIsAFailure() {
        assertThat(
                        notCompleted(
                                Map.of("state", "s", "code", "c"),
                                new AuthenticationCompletionException()))
                .isTrue();
    }

    @Test
    void whoOnlyAsksToSignInHasNotFailed() {
        assertThat(notCompleted(Map.of(), new AuthenticationCompletionException())).isFalse();
    }

    private static Throwable sentOn() {
        return new AuthenticationRedirectException("/session/login");
    }

    private static boolean notCompleted(Map<String, String> parameters, Throwable failure) {
        HttpServerRequest request =
                as(
                        HttpServerRequest.class,
                        (self, method, arguments) -> parameters.get((String) arguments[0]));
        RoutingContext routing =
                as(
                        RoutingContext.class,
                        (self, method, arguments) ->
                                method.getName().equals("request") ? request : "/session/login");
        return SignInEvents.notCompleted(routing, failure);
    }

    private static <T> T as(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
