package io.connections.application.channel.port;

import io.connections.application.kernel.port.InMemoryKnownObjects;
import io.connections.application.kernel.port.InMemoryUnitOfWork;
import io.connections.application.label.port.InMemoryLabelRepository;
import io.connections.application.label.port.LabelRepository;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

class InMemoryChannelRepositoryTest extends ChannelRepositoryContract {
    private final InMemoryKnownObjects known =
            new InMemoryKnownObjects(List.of(() -> this.channels.named()));
    private final InMemoryLabelRepository labels = new InMemoryLabelRepository(known);
    private final InMemoryChannelRepository channels = new InMemoryChannelRepository(labels);
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork(channels, labels);

    @Override
    protected ChannelRepository channels() {
        return channels;
    }

    @Override
    protected LabelRepository labels() {
        return labels;
    }

    @Override
    protected <T> T await(Supplier<Uni<T>> work) {
        return unitOfWork.run(work).await().indefinitely();
    }
}
