package vn.soto.query.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.soto.query.http.Freshness.Moment;

/** How often messages are made for readers of one announcement. */
final class SharedMessagesTest {

    private final SharedMessages messages = new SharedMessages();
    private int made;

    private String told(long commit, String rights, long since, boolean ofRights) {
        LiveCommit message = messages.of(commit, new SharedMessages.Key(rights, since), () -> {
            made++;
            return new SharedMessages.Made(
                    LiveCommit.of(
                            new Moment(commit, null, null), TouchedAddresses.of(List.of(rights + since + "/" + made))),
                    ofRights);
        });
        return message.commit() + " " + message.touched().keys().getFirst();
    }

    @Test
    void aMessageIsMadeOnceForAllWithTheSameRights() {
        for (int reader = 0; reader < 200; reader++) {
            assertThat(told(7, "officer", 6, true)).isEqualTo("7 officer6/1");
        }
        assertThat(made).isEqualTo(1);
    }

    @Test
    void otherRightsAnotherBeginningAndALaterCommitMakeAnother() {
        told(7, "officer", 6, true);
        assertThat(told(7, "viewer", 6, true)).isEqualTo("7 viewer6/2");
        assertThat(told(7, "officer", 5, true)).isEqualTo("7 officer5/3");
        assertThat(told(8, "officer", 6, true)).isEqualTo("8 officer6/4");
        assertThat(told(7, "officer", 6, true)).as("to a slow reader").isEqualTo("7 officer6/5");
        assertThat(told(8, "officer", 6, true)).isEqualTo("8 officer6/4");
    }

    @Test
    void whatIsNamedBecauseItIsTheReadersOwnIsToldToNobodyElse() {
        assertThat(told(7, "officer", 6, false)).isNotEqualTo(told(7, "officer", 6, false));
        told(7, "officer", 6, true);
        assertThat(told(7, "officer", 6, true))
                .as("one of all differs, so each is made")
                .endsWith("/" + made);
    }
}
