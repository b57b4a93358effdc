package io.connections.api.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.connections.application.connection.port.ConnectionRepositoryContract;
import io.connections.application.connection.port.ConnectorContract;
import io.connections.application.connection.port.SecretVaultContract;
import io.connections.application.goal.port.TextToolsContract;
import io.connections.application.kernel.port.IdempotencyKeysContract;
import io.connections.application.profile.port.ProfilesContract;
import io.connections.application.profile.port.PropertyRepositoryContract;
import io.connections.application.run.request.port.RunsContract;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A new port is either in this table with its contract, or among those that have none, with the
/// reason.
class PortContractsTest {
    private static final Map<String, Class<?>> CONTRACTS =
            Map.ofEntries(
                    entry("ConnectionRepository", ConnectionRepositoryContract.class),
                    entry("Connector", ConnectorContract.class),
                    entry("FileStore", ConnectorContract.class),
                    entry("IdempotencyKeys", IdempotencyKeysContract.class),
                    entry("ProfileRepository", ProfilesContract.class),
                    entry("ProfileSearch", ProfilesContract.class),
                    entry("PropertyRepository", PropertyRepositoryContract.class),
                    entry("RunQueue", RunsContract.class),
                    entry("RunReadings", RunsContract.class),
                    entry("RunsOfConnections", RunsContract.class),
                    entry("SecretVault", SecretVaultContract.class),
                    entry("TextTools", TextToolsContract.class),
                    // Roll-back is in the contracts of what is rolled back.
                    entry("UnitOfWork", ConnectionRepositoryContract.class));

    /// Their promises are about transactions, fences and crashes: tests of the engine hold them to
    /// it on PostgreSQL, and a fake would promise nothing.
    private static final Set<String> OF_THE_ENGINE =
            Set.of(
                    "ChunkStore",
                    "CrashPoints",
                    "RecordSource",
                    "RecordSources",
                    "RunJournal",
                    "RunSetups");

    /// One implementation and nothing to keep: tested as it is, or through the API.
    private static final Set<String> TESTED_IN_PLACE =
            Set.of(
                    "ActorProvider",
                    "ConnectionTypes",
                    "Connectors",
                    "Ids",
                    "OutsideCalls",
                    "PropertyUses",
                    "SourceListing",
                    "SourcePreview");

    @Test
    void everyPortHasAContractOrAReasonForNone() {
        Set<String> ports =
                new ClassFileImporter()
                                .withImportOption(new OnlyWhatWeShip())
                                .importPackages("io.connections.application")
                                .stream()
                                .filter(type -> type.getPackageName().endsWith(".port"))
                                .filter(JavaClass::isInterface)
                                .filter(JavaClass::isTopLevelClass)
                                .filter(type -> !type.getSimpleName().equals("package-info"))
                                .map(JavaClass::getSimpleName)
                                .collect(Collectors.toSet());
        ports.removeAll(OF_THE_ENGINE);
        ports.removeAll(TESTED_IN_PLACE);

        assertThat(ports).containsExactlyInAnyOrderElementsOf(CONTRACTS.keySet());
    }
}
