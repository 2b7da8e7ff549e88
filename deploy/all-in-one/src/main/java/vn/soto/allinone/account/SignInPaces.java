package vn.soto.allinone.account;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How fast passwords may be tried. A device that has signed the account in before is counted by itself, and so is a
 * known address, for this account. So attempts of strangers from elsewhere, or of others from there, do not slow its
 * owner down. Everybody else is counted by account and address, by address, and by account. Attempts for an account
 * that does not exist are counted alike.
 */
final class SignInPaces {

    private final Pace device;
    private final Pace accountAndAddress;
    private final Pace address;
    private final Pace account;

    SignInPaces(Clock clock) {
        device = new Pace(10, Duration.ofMinutes(1), clock);
        accountAndAddress = new Pace(10, Duration.ofMinutes(1), clock);
        // Mobile networks put many people behind one address.
        address = new Pace(100, Duration.ofSeconds(6), clock);
        account = new Pace(100, Duration.ofSeconds(30), clock);
    }

    /** One count of an attempt. */
    private record Count(Pace pace, String what) {}

    /** The counts that an attempt has taken, until it is known whether it failed. */
    final class Attempt {

        private final List<Count> taken;

        private Attempt(List<Count> taken) {
            this.taken = taken;
        }

        /** It was no failure: what it took is there again, and earlier failures of the same person are forgotten. */
        void succeeded() {
            taken.forEach(count -> {
                if (count.pace() == device || count.pace() == accountAndAddress) {
                    count.pace().forget(count.what());
                } else {
                    count.pace().giveBack(count.what());
                }
            });
        }

        /** It neither failed nor succeeded. */
        void undecided() {
            taken.forEach(count -> count.pace().giveBack(count.what()));
        }
    }

    /** Either an attempt, or the time until there is one. */
    record Turn(Optional<Attempt> attempt, Duration pause) {}

    /** The place of an attempt, as far as the account knows it. */
    enum Place {
        KNOWN_DEVICE,
        KNOWN_ADDRESS,
        UNKNOWN
    }

    /**
     * @param login  typed name, whether there is such an account or not
     * @param device hash of the device's secret
     */
    Turn take(String login, String client, String device, Place place) {
        List<Count> wanted = counts(login, client, device, place);
        List<Count> taken = new ArrayList<>();
        for (Count count : wanted) {
            Optional<Duration> wait = count.pace().take(count.what());
            if (wait.isPresent()) {
                taken.forEach(each -> each.pace().giveBack(each.what()));
                return new Turn(Optional.empty(), wait.get());
            }
            taken.add(count);
        }
        return new Turn(Optional.of(new Attempt(taken)), Duration.ZERO);
    }

    /** When there will be a turn; empty if there is one. Takes none. */
    Optional<Duration> pause(String login, String client, String device, Place place) {
        return counts(login, client, device, place).stream()
                .flatMap(count -> count.pace().pause(count.what()).stream())
                .max(Duration::compareTo);
    }

    private List<Count> counts(String login, String client, String device, Place place) {
        return switch (place) {
            case KNOWN_DEVICE -> List.of(new Count(this.device, device + " " + login));
            case KNOWN_ADDRESS -> List.of(new Count(accountAndAddress, client + " " + login));
            case UNKNOWN ->
                List.of(
                        new Count(accountAndAddress, client + " " + login),
                        new Count(address, client),
                        new Count(account, login));
        };
    }
}
