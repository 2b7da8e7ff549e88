package vn.soto.allinone.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.soto.allinone.account.SignInPaces.Place;

/** Whoever the account does not know waits behind others whom it does not know alone. */
@Tag("threads")
final class HashQueueTest {

    private final HashQueue hashes = new HashQueue();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void close() {
        end.countDown();
        hashes.close();
    }

    private void held(String address) {
        held(Place.UNKNOWN, address);
    }

    private void held(Place place, String address) {
        var _ = hashes.attempt(place, address, () -> {
                    end.await();
                    return address;
                })
                .subscribe();
    }

    @Test
    void aKnownDeviceDoesNotWaitForACrowd() {
        for (int address = 0; address < 2 * HashQueue.WAITING / HashQueue.OF_AN_ADDRESS; address++) {
            for (int attempt = 0; attempt < HashQueue.OF_AN_ADDRESS / 2; attempt++) {
                held("10.0.0." + address);
            }
        }

        assertThat(hashes.attempt(Place.KNOWN_DEVICE, "10.0.0.1", () -> "device")
                        .block())
                .isEqualTo("device");
        assertThat(hashes.attempt(Place.KNOWN_ADDRESS, "10.0.0.1", () -> "address")
                        .block())
                .isEqualTo("address");
        assertThat(hashes.ofAccount(() -> "account").block()).isEqualTo("account");
    }

    @Test
    void anAddressHasSoManyPlaces() {
        for (int attempt = 0; attempt < HashQueue.OF_AN_ADDRESS; attempt++) {
            held("10.0.0.1");
        }

        assertThatThrownBy(() -> hashes.attempt(Place.UNKNOWN, "10.0.0.1", () -> "refused")
                        .block())
                .isInstanceOf(RejectedExecutionException.class);
        end.countDown();
        assertThat(hashes.attempt(Place.UNKNOWN, "10.0.0.2", () -> "in turn").block())
                .isEqualTo("in turn");
    }

    /** A stranger there guesses at the passwords of everybody who signs in there. */
    @Test
    void aKnownAddressHasSoManyPlaces() {
        for (int attempt = 0; attempt < HashQueue.WAITING + 1; attempt++) {
            held(Place.KNOWN_ADDRESS, "10.0.0.1");
        }

        assertThatThrownBy(() -> hashes.attempt(Place.KNOWN_ADDRESS, "10.0.0.1", () -> "refused")
                        .block())
                .isInstanceOf(RejectedExecutionException.class);
        List<CompletableFuture<String>> others = List.of(
                hashes.attempt(Place.KNOWN_DEVICE, "10.0.0.1", () -> "device").toFuture(),
                hashes.attempt(Place.KNOWN_ADDRESS, "10.0.0.2", () -> "address").toFuture(),
                hashes.ofAccount(() -> "account").toFuture());
        end.countDown();
        assertThat(others).extracting(CompletableFuture::join).containsExactly("device", "address", "account");
    }
}
