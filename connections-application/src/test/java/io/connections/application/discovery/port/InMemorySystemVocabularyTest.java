package io.connections.application.discovery.port;

class InMemorySystemVocabularyTest extends SystemVocabularyContract {
    @Override
    protected SystemVocabulary systems() {
        return new InMemorySystemVocabulary();
    }
}
