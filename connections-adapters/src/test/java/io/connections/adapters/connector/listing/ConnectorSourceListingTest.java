package io.connections.adapters.connector.listing;

import io.connections.adapters.connector.file.FileSources;
import io.connections.application.run.request.port.SourceListing;
import io.connections.application.run.request.port.SourceListingContract;

class ConnectorSourceListingTest extends SourceListingContract {
    @Override
    protected SourceListing listing() {
        return new ConnectorSourceListing(
                house.unitOfWork,
                house.types,
                house.files,
                house.vault,
                FileSources.ofTheProduct(),
                house.calls);
    }
}
