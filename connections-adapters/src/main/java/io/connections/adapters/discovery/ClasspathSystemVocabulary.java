package io.connections.adapters.discovery;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.connections.application.discovery.port.SystemVocabulary;
import io.connections.domain.discovery.KnownSystem;
import io.connections.domain.discovery.ScriptAddress;
import io.connections.domain.discovery.Vocabulary;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The systems in `discovery/systems.yaml`. A file that its schema refuses keeps the service from
/// starting.
@Startup
@Singleton
final class ClasspathSystemVocabulary implements SystemVocabulary {
    private static final String FILE = "discovery/systems.yaml";
    private static final String SCHEMA = "discovery/systems.schema.json";

    private final Vocabulary vocabulary;

    ClasspathSystemVocabulary() {
        this(text(FILE));
    }

    ClasspathSystemVocabulary(String yaml) {
        List<String> faults = new ArrayList<>();
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(SCHEMA), InputFormat.JSON)
                .validate(yaml, InputFormat.YAML)
                .forEach(error -> faults.add(error.toString()));
        requireNone(faults);
        try {
            vocabulary =
                    YAMLMapper.builder()
                            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                            .build()
                            .readValue(yaml, SystemsFile.class)
                            .vocabulary();
        } catch (JacksonException e) {
            throw new IllegalStateException("%s: %s".formatted(FILE, e), e);
        }
        requireNone(faultsOf(vocabulary));
    }

    @Override
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /// What a schema cannot say.
    private static List<String> faultsOf(Vocabulary vocabulary) {
        List<String> faults = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (KnownSystem system : vocabulary.systems()) {
            if (!seen.add(system.id())) {
                faults.add("Two systems are '%s'.".formatted(system.id().value()));
            }
            if (!seen.add(system.name().toLowerCase(Locale.ROOT))) {
                faults.add("Two systems are called '%s'.".formatted(system.name()));
            }
            for (ScriptAddress script : system.scripts()) {
                if (!seen.add(script)) {
                    faults.add(
                            "Two systems have the scripts of %s%s."
                                    .formatted(script.host(), script.path()));
                }
            }
        }
        return faults;
    }

    private static void requireNone(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalStateException(
                    "%s is not valid: %s".formatted(FILE, String.join("; ", faults)));
        }
    }

    private static String text(String name) {
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
