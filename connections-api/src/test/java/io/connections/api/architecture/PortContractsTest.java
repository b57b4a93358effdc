package io.connections.api.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.connections.application.access.port.ActorProviderContract;
import io.connections.application.audit.port.AuditTrailContract;
import io.connections.application.catalog.port.ConnectionTypesContract;
import io.connections.application.catalog.port.InstalledTypesContract;
import io.connections.application.channel.port.ChannelKeysContract;
import io.connections.application.channel.port.ChannelRepositoryContract;
import io.connections.application.channel.port.ChannelUsesContract;
import io.connections.application.connection.port.ConnectionRepositoryContract;
import io.connections.application.connection.port.ConnectionVersionsContract;
import io.connections.application.connection.port.ConnectorContract;
import io.connections.application.connection.port.ConnectorsContract;
import io.connections.application.connection.port.SecretVaultContract;
import io.connections.application.consent.port.ConsentSettingsContract;
import io.connections.application.consent.port.ConsentTotalsContract;
import io.connections.application.consent.port.ObjectiveUsesContract;
import io.connections.application.discovery.port.SystemVocabularyContract;
import io.connections.application.discovery.port.WebsitesContract;
import io.connections.application.favorite.port.FavoritesContract;
import io.connections.application.goal.port.SourcePreviewContract;
import io.connections.application.goal.port.TextToolsContract;
import io.connections.application.inpage.port.PageProfilesContract;
import io.connections.application.kernel.port.IdempotencyKeysContract;
import io.connections.application.kernel.port.IdsContract;
import io.connections.application.kernel.port.KnownObjectsContract;
import io.connections.application.kernel.port.OutsideCallsContract;
import io.connections.application.label.port.LabelRepositoryContract;
import io.connections.application.overview.port.ConnectionReadingsContract;
import io.connections.application.personal.port.PersonalContract;
import io.connections.application.profile.port.CleanUpQueueContract;
import io.connections.application.profile.port.ProfilesContract;
import io.connections.application.profile.port.PropertyRepositoryContract;
import io.connections.application.profile.port.PropertyUsesContract;
import io.connections.application.run.port.ChunkStoreContract;
import io.connections.application.run.port.RecordSourcesContract;
import io.connections.application.run.port.RunJournalContract;
import io.connections.application.run.port.RunSetupsContract;
import io.connections.application.run.request.port.FileBeginningsContract;
import io.connections.application.run.request.port.RunsContract;
import io.connections.application.run.request.port.SourceListingContract;
import io.connections.application.visitor.port.EventLogContract;
import io.connections.application.visitor.port.EventQueueContract;
import io.connections.application.visitor.port.VisitorRepositoryContract;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A new port is either in this table with its contract, or among those that have none, with the
/// reason.
class PortContractsTest {
    private static final Map<String, Class<?>> CONTRACTS =
            Map.ofEntries(
                    entry("ActorProvider", ActorProviderContract.class),
                    entry("AuditReadings", AuditTrailContract.class),
                    entry("AuditTrail", AuditTrailContract.class),
                    entry("CleanUpQueue", CleanUpQueueContract.class),
                    entry("ChannelKeys", ChannelKeysContract.class),
                    entry("ChannelRepository", ChannelRepositoryContract.class),
                    entry("ChannelUses", ChannelUsesContract.class),
                    entry("ConnectionRepository", ConnectionRepositoryContract.class),
                    entry("ConnectionVersions", ConnectionVersionsContract.class),
                    entry("ConnectionReadings", ConnectionReadingsContract.class),
                    entry("ConnectionTypes", ConnectionTypesContract.class),
                    entry("InstalledTypes", InstalledTypesContract.class),
                    entry("FileBeginnings", FileBeginningsContract.class),
                    entry("Connector", ConnectorContract.class),
                    entry("ConsentTotals", ConsentTotalsContract.class),
                    entry("Connectors", ConnectorsContract.class),
                    entry("EventLog", EventLogContract.class),
                    entry("EventQueue", EventQueueContract.class),
                    entry("FavoriteRepository", FavoritesContract.class),
                    entry("FileStore", ConnectorContract.class),
                    entry("IdempotencyKeys", IdempotencyKeysContract.class),
                    entry("Ids", IdsContract.class),
                    entry("KnownObjects", KnownObjectsContract.class),
                    entry("LabelRepository", LabelRepositoryContract.class),
                    entry("ObjectiveRepository", ConsentSettingsContract.class),
                    entry("ObjectiveUses", ObjectiveUsesContract.class),
                    entry("PrivacySettingsRepository", ConsentSettingsContract.class),
                    entry("OutsideCalls", OutsideCallsContract.class),
                    entry("PageProfiles", PageProfilesContract.class),
                    entry("PreferenceRepository", PersonalContract.class),
                    entry("SavedViewRepository", PersonalContract.class),
                    entry("Erasures", ProfilesContract.class),
                    entry("ProfileConsents", ProfilesContract.class),
                    entry("ProfileHistory", ProfilesContract.class),
                    entry("ProfileRepository", ProfilesContract.class),
                    entry("ProfileSearch", ProfilesContract.class),
                    entry("PropertyRepository", PropertyRepositoryContract.class),
                    entry("PropertyUses", PropertyUsesContract.class),
                    entry("ChunkStore", ChunkStoreContract.class),
                    entry("RecordSource", RecordSourcesContract.class),
                    entry("RecordSources", RecordSourcesContract.class),
                    entry("RunJournal", RunJournalContract.class),
                    entry("RunQueue", RunsContract.class),
                    entry("RunReadings", RunsContract.class),
                    entry("RunSetups", RunSetupsContract.class),
                    entry("RunsOfConnections", RunsContract.class),
                    entry("SecretVault", SecretVaultContract.class),
                    entry("SourceListing", SourceListingContract.class),
                    entry("SourcePreview", SourcePreviewContract.class),
                    entry("SystemVocabulary", SystemVocabularyContract.class),
                    entry("TextTools", TextToolsContract.class),
                    entry("UsedObjects", FavoritesContract.class),
                    entry("VisitorRepository", VisitorRepositoryContract.class),
                    entry("Websites", WebsitesContract.class),
                    // Roll-back is in the contracts of what is rolled back.
                    entry("UnitOfWork", ConnectionRepositoryContract.class));

    /// A device of tests: in production nothing happens there, so there is nothing to keep.
    private static final String WITHOUT = "CrashPoints";

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
        ports.remove(WITHOUT);

        assertThat(ports).containsExactlyInAnyOrderElementsOf(CONTRACTS.keySet());
    }
}
