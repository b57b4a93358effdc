package io.connections.application.run.request.port;

class InMemorySourceListingTest extends SourceListingContract {
    @Override
    protected SourceListing listing() {
        return new InMemorySourceListing(house.files, house.vault);
    }
}
