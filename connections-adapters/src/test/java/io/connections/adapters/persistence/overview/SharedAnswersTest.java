package io.connections.adapters.persistence.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("M1")
class SharedAnswersTest {
    /// What was asked and is not answered yet.
    private final List<UniEmitter<? super String>> asked = new ArrayList<>();

    private final SharedAnswers<String> answers =
            new SharedAnswers<>(() -> Uni.createFrom().emitter(asked::add));

    @Test
    void whoComesWhileAnAnswerIsOnItsWayGetsTheNextOneTogetherWithAllOthersWhoDo() {
        UniAssertSubscriber<String> first = ask();
        UniAssertSubscriber<String> second = ask();
        UniAssertSubscriber<String> third = ask();
        assertThat(asked).hasSize(1);

        asked.get(0).complete("before");

        first.assertCompleted().assertItem("before");
        second.assertNotTerminated();
        assertThat(asked).hasSize(2);

        asked.get(1).complete("after");

        second.assertCompleted().assertItem("after");
        third.assertCompleted().assertItem("after");
        assertThat(asked).hasSize(2);
    }

    @Test
    void aQuestionThatFailedFailsForThoseWhoWaitedAndIsPutAnewForOthers() {
        UniAssertSubscriber<String> first = ask();
        UniAssertSubscriber<String> second = ask();

        asked.get(0).fail(new IllegalStateException("away"));

        first.assertFailedWith(IllegalStateException.class, "away");
        asked.get(1).complete("back");
        second.assertCompleted().assertItem("back");

        UniAssertSubscriber<String> third = ask();
        asked.get(2).complete("again");
        third.assertCompleted().assertItem("again");
    }

    @Test
    void whoGoesAwayMeanwhileKeepsNobodyWaiting() {
        ask().cancel();
        UniAssertSubscriber<String> second = ask();

        asked.get(0).complete("before");
        asked.get(1).complete("after");

        second.assertCompleted().assertItem("after");
    }

    private UniAssertSubscriber<String> ask() {
        return answers.next().subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
