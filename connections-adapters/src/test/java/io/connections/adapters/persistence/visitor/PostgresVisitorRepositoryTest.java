package io.connections.adapters.persistence.visitor;

import static io.connections.domain.visitor.VisitorFixtures.NOON;
import static io.connections.domain.visitor.VisitorFixtures.aVisitor;
import static io.connections.domain.visitor.VisitorFixtures.claimed;
import static io.connections.domain.visitor.VisitorFixtures.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.adapters.testing.Tables;
import io.connections.adapters.testing.Things;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.application.profile.ErasureId;
import io.connections.application.profile.port.Erasures;
import io.connections.application.visitor.port.VisitorRepository;
import io.connections.application.visitor.port.VisitorRepositoryContract;
import io.connections.domain.consent.EvidenceId;
import io.connections.domain.kernel.ObjectKind;
import io.connections.domain.profile.Identifier;
import io.connections.domain.profile.ProfileId;
import io.connections.domain.visitor.Visitor;
import io.connections.domain.visitor.VisitorId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Also what is forgotten with a profile.
@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresVisitorRepositoryTest extends VisitorRepositoryContract {
    @Inject UnitOfWork unitOfWork;
    @Inject VisitorRepository visitors;
    @Inject Erasures erasures;
    @Inject AgroalDataSource dataSource;

    @Override
    protected VisitorRepository visitors() {
        return visitors;
    }

    @Override
    protected ProfileId profileWith(Identifier identifier) {
        ProfileId id =
                new ProfileId(
                        UUID.fromString(Things.made(dataSource, ObjectKind.PROFILE, "").id()));
        Tables.change(
                dataSource,
                "insert into profile_identifier (property, value, profile_id) values (?, ?, ?)",
                identifier.property(),
                identifier.value(),
                id.value());
        return id;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }

    @Test
    @Tag("M28")
    void whoIsForgottenIsForgottenAsAVisitorToo() {
        VisitorId ada = aVisitor();
        String email = ada.value() + "@example.com";
        ProfileId profile = profileWith(new Identifier(9, email));
        Tables.change(
                dataSource,
                "update profile set properties = jsonb_build_object('9', ?) where id = ?",
                email,
                profile.value());
        await(
                () ->
                        visitors.save(
                                List.of(
                                        Visitor.met(ada, NOON)
                                                .after(
                                                        event(ada, "1", claimed(9, email)),
                                                        new EvidenceId(1))
                                                .after(
                                                        event(
                                                                ada,
                                                                "2",
                                                                claimed(9, email, 8, email)),
                                                        new EvidenceId(2)))));

        await(() -> erasures.erase(new ErasureId(UUID.randomUUID()), profile, "Mia", NOON));

        assertThat(await(() -> visitors.find(List.of(ada)))).isEmpty();
    }
}
