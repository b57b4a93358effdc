package io.connections.adapters.persistence.connection;

import static io.connections.domain.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connections.adapters.persistence.kernel.Sql;
import io.connections.adapters.testing.Awaiting;
import io.connections.adapters.testing.PostgresForTests;
import io.connections.application.connection.port.ConnectionRepository;
import io.connections.application.connection.port.ConnectionVersions;
import io.connections.application.connection.port.ConnectionVersionsContract;
import io.connections.application.connection.version.SavedVersion;
import io.connections.application.kernel.port.UnitOfWork;
import io.connections.domain.access.Role;
import io.connections.domain.channel.ChannelScope;
import io.connections.domain.connection.Connection;
import io.connections.domain.connection.EditRights;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresForTests.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields
class PostgresConnectionVersionsTest extends ConnectionVersionsContract {
    @Inject UnitOfWork unitOfWork;
    @Inject ConnectionRepository connections;
    @Inject ConnectionVersions versions;
    @Inject GoalDocuments documents;

    @Test
    @Tag("M7")
    void aVersionFromBeforeThereWereEditRightsIsEverybodys() {
        Connection one = aConnection().editedBy(Role.APPLICATION_MANAGER).build();
        await(() -> connections.add(one));
        await(
                () ->
                        Sql.change(
                                "update connection_version set document = document - 'editRoles'"
                                        + " where connection_id = ?1",
                                one.id().value()));

        SavedVersion old = await(() -> versions.get(one.id(), one.version()));

        assertThat(old.content()).isEqualTo(one.content().withEditRights(EditRights.EVERYBODY));
    }

    @Test
    @Tag("M24")
    void aVersionFromBeforeThereWereScopesWasActiveEverywhere() {
        Connection one = aConnection().activeOn(new ChannelScope.Chosen(List.of())).build();
        await(() -> connections.add(one));
        await(
                () ->
                        Sql.change(
                                "update connection_version set document = document - 'scope'"
                                        + " where connection_id = ?1",
                                one.id().value()));

        SavedVersion old = await(() -> versions.get(one.id(), one.version()));

        assertThat(old.content().scope()).isEqualTo(new ChannelScope.Everywhere());
    }

    /// Renaming what stands in it needs a migration.
    @Test
    @Tag("M24")
    void aScopeIsKeptInWordsThatStay() {
        String document =
                """
                {"kind":"CHOSEN","channels":[{"channel":"00000000-0000-0000-0000-000000000001",\
                "rules":[{"effect":"RESTRICT","condition":{"kind":"TEXT",\
                "comparison":"STARTS_WITH","text":"/support/"},"example":null},\
                {"effect":"EXCLUDE","condition":{"kind":"PATTERN","pattern":"\\\\.pdf$"},\
                "example":"https://shop.example/a.pdf"}]}]}""";

        ChannelScope scope = documents.scope(document);

        assertThat(documents.scope(scope)).isEqualTo(document);
        assertThat(documents.scope("{\"kind\":\"EVERYWHERE\"}"))
                .isEqualTo(new ChannelScope.Everywhere());
        assertThat(documents.scope(new ChannelScope.Everywhere()))
                .isEqualTo("{\"kind\":\"EVERYWHERE\"}");
    }

    @Test
    @Tag("M24")
    void aScopeThatCannotBeReadIsNeverTakenForEverywhere() {
        assertThatThrownBy(() -> documents.scope("{\"kind\":\"SOMEWHERE\"}"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> documents.scope("{}")).isInstanceOf(IllegalStateException.class);
    }

    @Override
    protected ConnectionRepository connections() {
        return connections;
    }

    @Override
    protected ConnectionVersions versions() {
        return versions;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return Awaiting.on(() -> unitOfWork.run(work));
    }
}
