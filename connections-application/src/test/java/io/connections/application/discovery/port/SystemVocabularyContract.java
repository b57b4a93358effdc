package io.connections.application.discovery.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.connections.domain.discovery.KnownSystem;
import io.connections.domain.discovery.Vocabulary;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every list of known systems does.
@Tag("M3")
public abstract class SystemVocabularyContract {
    protected abstract SystemVocabulary systems();

    @Test
    void systemsAreListedByName() {
        assertThat(vocabulary().systems())
                .isNotEmpty()
                .extracting(KnownSystem::name)
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    void everySystemIsFoundByItsIdAndByItsName() {
        assertThat(vocabulary().systems())
                .allSatisfy(
                        system -> {
                            assertThat(vocabulary().find(system.id())).contains(system);
                            assertThat(vocabulary().named(system.name())).contains(system);
                        });
    }

    @Test
    void thereIsATypeForSystemsThatHaveNone() {
        assertThat(vocabulary().universal()).isNotEmpty();
    }

    private Vocabulary vocabulary() {
        return systems().vocabulary();
    }
}
