package io.connections.api.visitor;

import io.connections.api.problem.ProblemType;
import io.connections.api.problem.ProblemWriter;
import io.connections.api.problem.RequestRefused;
import io.connections.application.visitor.AdmitPage;
import io.connections.application.visitor.AskVariables;
import io.connections.application.visitor.CollectEvents;
import io.connections.application.visitor.CollectorBusy;
import io.connections.domain.kernel.Failure;
import io.connections.domain.kernel.Unavailable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The endpoints of the website tag. Routes and no resources: nothing of what the API asks of its
/// callers (a token, a session, our header, a type of content) is asked of visitors.
@ApplicationScoped
class CollectRoutes {
    private static final Logger LOG = Logger.getLogger(CollectRoutes.class);
    private static final String AGAIN_IN_SECONDS = "5";
    private static final int BEHIND_THE_OTHERS = 1_000;
    private static final Duration TOLD_EVERY = Duration.ofSeconds(10);

    private final CollectEvents collectEvents;
    private final AdmitPage admitPage;
    private final AskVariables askVariables;
    private final BatchJson batches;
    private final SmallBody bodies;
    private final Pace addresses;
    private final Pace visitors;
    private long toldAt = System.nanoTime() - TOLD_EVERY.toNanos();

    CollectRoutes(
            CollectEvents collectEvents,
            AdmitPage admitPage,
            AskVariables askVariables,
            BatchJson batches,
            SmallBody bodies,
            @ConfigProperty(name = "connections.collect.address.per-second", defaultValue = "100")
                    double perAddress,
            @ConfigProperty(name = "connections.collect.address.at-once", defaultValue = "1000")
                    int atOncePerAddress,
            @ConfigProperty(name = "connections.collect.visitor.per-second", defaultValue = "5")
                    double perVisitor,
            @ConfigProperty(name = "connections.collect.visitor.at-once", defaultValue = "50")
                    int atOncePerVisitor) {
        this.collectEvents = collectEvents;
        this.admitPage = admitPage;
        this.askVariables = askVariables;
        this.batches = batches;
        this.bodies = bodies;
        this.addresses = new Pace(perAddress, atOncePerAddress, System::nanoTime);
        this.visitors = new Pace(perVisitor, atOncePerVisitor, System::nanoTime);
    }

    void register(@Observes Router router) {
        router.post(CollectPaths.EVENTS).handler(routing -> collect(routing, this::keep));
        router.post(CollectPaths.VARIABLES).handler(routing -> collect(routing, this::ask));
        router.get(CollectPaths.PAGE).handler(this::admit);
        answersOnly(router, CollectPaths.EVENTS, "POST");
        answersOnly(router, CollectPaths.VARIABLES, "POST");
        answersOnly(router, CollectPaths.PAGE, "GET");
        router.route(CollectPaths.ALL + "*")
                .order(BEHIND_THE_OTHERS + 1)
                .handler(
                        routing ->
                                ProblemWriter.end(
                                        routing,
                                        ProblemType.PATH_NOT_FOUND,
                                        "There is nothing here. The tag asks %s and %s, and sends to %s."
                                                .formatted(
                                                        CollectPaths.PAGE,
                                                        CollectPaths.VARIABLES,
                                                        CollectPaths.EVENTS)));
    }

    private static void answersOnly(Router router, String path, String method) {
        router.route(path)
                .order(BEHIND_THE_OTHERS)
                .handler(
                        routing ->
                                ProblemWriter.end(
                                        routing,
                                        ProblemType.METHOD_NOT_ALLOWED,
                                        "%s answers to %s only.".formatted(path, method)));
    }

    private void admit(RoutingContext routing) {
        if (letsIn(routing, addresses, RemoteAddress.of(routing.request()))) {
            answered(
                    routing,
                    () ->
                            admitPage.handle(
                                    new AdmitPage.Query(
                                            BatchJson.channel(
                                                    parameter(routing, "channel").orElse("")),
                                            parameter(routing, "url").orElse(""),
                                            parameter(routing, "zone"),
                                            parameter(routing, "visitor"),
                                            Optional.ofNullable(
                                                    routing.request().getHeader("Origin")))),
                    answer -> end(routing, 200, admission(answer)));
        }
    }

    private <T> void answered(
            RoutingContext routing, Supplier<Uni<? extends T>> work, Consumer<T> answer) {
        Uni.createFrom().deferred(work).subscribe().with(answer, why -> fail(routing, why));
    }

    private static JsonObject admission(AdmitPage.Answer answer) {
        JsonObject json =
                new JsonObject()
                        .put("zone", answer.admission().zone().code())
                        .put("regime", answer.admission().regime().name())
                        .put("remember", answer.admission().remember());
        return answer.variables() ? json.put("variables", true) : json;
    }

    private static Optional<String> parameter(RoutingContext routing, String name) {
        return Optional.ofNullable(routing.queryParams().get(name)).filter(text -> !text.isEmpty());
    }

    private interface Taking {
        void take(RoutingContext routing, byte[] body);
    }

    private void collect(RoutingContext routing, Taking taking) {
        String address = RemoteAddress.of(routing.request());
        if (!letsIn(routing, addresses, address)) {
            return;
        }
        bodies.read(
                routing,
                address,
                new SmallBody.Reader() {
                    @Override
                    public void read(byte[] body) {
                        try {
                            taking.take(routing, body);
                        } catch (RuntimeException failure) {
                            fail(routing, failure);
                        }
                    }

                    @Override
                    public void tooLarge() {
                        endsWithTheAnswer(routing);
                        ProblemWriter.end(
                                routing,
                                ProblemType.REQUEST_TOO_LARGE,
                                "A body has at most %,d bytes here.".formatted(SmallBody.MOST));
                    }

                    @Override
                    public void busy() {
                        endsWithTheAnswer(routing);
                        fail(routing, new CollectorBusy());
                    }

                    @Override
                    public void tooSlow() {
                        endsWithTheAnswer(routing);
                        ProblemWriter.end(
                                routing,
                                ProblemType.REQUEST_TOO_SLOW,
                                "The body did not come. Send it again.");
                    }
                });
    }

    /// What is still to come is not read. Where it was said how much that is, it is let pass by, so
    /// that its sender hears the answer; who may send without end is cut off.
    private static void endsWithTheAnswer(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.isEnded()) {
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            routing.addEndHandler(_ -> request.response().reset(0));
        } else {
            request.response().putHeader("Connection", "close");
            if (request.getHeader("Content-Length") == null) {
                routing.addEndHandler(_ -> request.connection().close());
            }
        }
    }

    private void keep(RoutingContext routing, byte[] body) {
        CollectEvents.Command command = batches.read(body, origin(routing));
        if (letsIn(routing, visitors, command.visitor().value())) {
            answered(
                    routing,
                    () -> collectEvents.handle(command),
                    answer -> accepted(routing, answer));
        }
    }

    private void ask(RoutingContext routing, byte[] body) {
        AskVariables.Query query = batches.question(body, origin(routing));
        if (letsIn(routing, visitors, query.visitor().value())) {
            answered(
                    routing,
                    () -> askVariables.handle(query),
                    answer -> end(routing, 200, answer(answer)));
        }
    }

    private static JsonObject answer(AskVariables.Answer answer) {
        JsonArray read = new JsonArray();
        answer.read()
                .forEach(
                        (connection, variables) ->
                                read.add(
                                        new JsonObject()
                                                .put("connection", connection.value().toString())
                                                .put(
                                                        "variables",
                                                        new JsonArray(List.copyOf(variables)))));
        JsonObject show = new JsonObject();
        answer.show()
                .forEach(
                        (variable, values) ->
                                show.put(
                                        variable,
                                        values.size() == 1
                                                ? values.getFirst()
                                                : new JsonArray(values)));
        JsonObject json = new JsonObject().put("read", read).put("show", show);
        return answer.refused().isEmpty()
                ? json
                : json.put("refused", new JsonArray(answer.refused()));
    }

    private static String origin(RoutingContext routing) {
        @Nullable String origin = routing.request().getHeader("Origin");
        return origin == null ? "" : origin;
    }

    private boolean letsIn(RoutingContext routing, Pace pace, String who) {
        Duration wait = pace.ask(who);
        if (wait.isZero()) {
            return true;
        }
        endsWithTheAnswer(routing);
        routing.response().putHeader("Retry-After", String.valueOf(wait.toSeconds() + 1));
        ProblemWriter.end(
                routing,
                ProblemType.TOO_MANY_REQUESTS,
                "That is too much from one visitor or one address. Send it again later.");
        return false;
    }

    private static void accepted(RoutingContext routing, CollectEvents.Answer answer) {
        JsonArray refused = new JsonArray();
        answer.refused()
                .forEach(
                        each -> {
                            JsonObject one = new JsonObject();
                            each.event().ifPresent(event -> one.put("event", event));
                            refused.add(one.put("reason", each.reason()));
                        });
        end(
                routing,
                202,
                new JsonObject().put("accepted", answer.accepted()).put("refused", refused));
    }

    private static void end(RoutingContext routing, int status, JsonObject answer) {
        if (!routing.response().ended()) {
            routing.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(answer.encode());
        }
    }

    /// What nobody expected is answered like a database that is away: the tag keeps what it has and
    /// tries again.
    private void fail(RoutingContext routing, Throwable failure) {
        if (routing.response().ended()) {
            return;
        }
        switch (failure) {
            case RequestRefused refused -> ProblemWriter.end(routing, refused);
            case Unavailable busy -> {
                routing.response().putHeader("Retry-After", AGAIN_IN_SECONDS);
                ProblemWriter.end(routing, busy);
            }
            case Failure expected -> ProblemWriter.end(routing, expected);
            default -> {
                tell(failure);
                fail(routing, new CollectorBusy());
            }
        }
    }

    private synchronized void tell(Throwable failure) {
        if (System.nanoTime() - toldAt >= TOLD_EVERY.toNanos()) {
            toldAt = System.nanoTime();
            LOG.error("The tag could not be answered and tries again.", failure);
        }
    }
}
