package vn.soto.command.http;

import static vn.soto.domain.reach.ReachRule.RIGHT_REACHES_THE_PLACE;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.soto.command.dispatch.CommandRequest;
import vn.soto.command.dispatch.CommandSide;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.access.DeviceId;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.shared.Id;
import vn.soto.domain.access.InternalAccessCommand;
import vn.soto.domain.access.InternalAccessCommand.LockDevice;
import vn.soto.domain.access.InternalAccessCommand.UnlockDevice;
import vn.soto.domain.reach.OutOfReachException;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.NotFoundException;
import vn.soto.web.DeviceContacts;
import vn.soto.web.DeviceContacts.Contact;
import vn.soto.web.EndpointRight;
import vn.soto.web.Requires;
import vn.soto.web.SessionEnds;

/**
 * Hears how much waits on a device, and locks one that is lost or unlocks one that was found. The account itself locks it,
 * or an administrator whose right reaches all that the account was ever granted. Of an account that was never heard from, an administrator is refused as of one
 * that nobody has.
 */
@RestController
final class DevicesEndpoint {

    private static final String JSON = MediaType.APPLICATION_JSON_VALUE;
    private static final int MOST_WAITING = 1_000_000;

    private final CommandSide commands;
    private final ObjectProvider<SessionEnds> sessions;
    private final ObjectProvider<DeviceContacts> contacts;
    private final Clock clock;
    private final Scheduler scheduler;

    DevicesEndpoint(
            CommandSide commands,
            ObjectProvider<SessionEnds> sessions,
            ObjectProvider<DeviceContacts> contacts,
            Clock clock,
            ExecutorService commandExecutor) {
        this.commands = commands;
        this.sessions = sessions;
        this.contacts = contacts;
        this.clock = clock;
        this.scheduler = Schedulers.fromExecutor(commandExecutor);
    }

    /** @param waiting items that the device has not handed over */
    record Told(int waiting) {}

    /**
     * @param locked whether nothing is taken from the device
     * @param others the last contacts of the account's other devices
     */
    record Heard(boolean locked, List<Contact> others) {}

    /** The last contact of each device is remembered, with its time. */
    @Requires(EndpointRight.OWN_ACCOUNT)
    @PostMapping(path = "/api/me/devices/{device}", consumes = JSON)
    Mono<Heard> heard(CommandRequest request, @PathVariable String device, @RequestBody Told told) {
        return Mono.fromCallable(() -> heard(request.actor(), device(device), told))
                .subscribeOn(scheduler);
    }

    private Heard heard(String account, DeviceId device, Told told) {
        FreeText.checkNewId(device);
        DeviceContacts kept = contacts.getIfAvailable();
        if (kept == null) {
            return new Heard(commands.accountRoles().isLocked(account, device), List.of());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        kept.tell(account, new Contact(device.value(), Math.clamp(told.waiting, 0, MOST_WAITING), now));
        return new Heard(
                commands.accountRoles().isLocked(account, device),
                kept.of(account).stream()
                        .filter(contact -> !contact.device().equals(device.value()))
                        .toList());
    }

    /** @param commit of the decision; 0 if the device was so already */
    record Decided(long commit) {}

    /**
     * Nothing that the account entered on the device is taken any more. Every session of the account ends, on all
     * devices and nodes, and its PINs: which of them is the device's, nobody knows.
     */
    @Requires(EndpointRight.OWN_ACCOUNT)
    @PostMapping(path = "/api/accounts/{account}/devices/{device}/lock", consumes = JSON)
    Mono<Decided> lock(CommandRequest request, @PathVariable String account, @PathVariable String device) {
        return decided(request, account, device, true)
                .flatMap(decided -> ended(account, request.actor()).thenReturn(decided));
    }

    @Requires(EndpointRight.OWN_ACCOUNT)
    @PostMapping(path = "/api/accounts/{account}/devices/{device}/unlock", consumes = JSON)
    Mono<Decided> unlock(CommandRequest request, @PathVariable String account, @PathVariable String device) {
        return decided(request, account, device, false);
    }

    private Mono<Decided> decided(CommandRequest request, String account, String device, boolean lock) {
        return Mono.fromCallable(() -> decide(request, permitted(request, account), device(device), lock))
                .subscribeOn(scheduler);
    }

    private Decided decide(CommandRequest request, AccountId account, DeviceId device, boolean lock) {
        if (commands.accountRoles().isLocked(account.value(), device) == lock) {
            return new Decided(0);
        }
        InternalAccessCommand command = lock ? new LockDevice(account, device) : new UnlockDevice(account, device);
        return new Decided(commands.gateway()
                .submit(new CommandRequest(request.id(), request.actor()), command)
                .commit());
    }

    /** There are no sessions where every request brings its credentials. */
    private Mono<Void> ended(String account, String by) {
        SessionEnds ends = sessions.getIfAvailable();
        return ends == null ? Mono.empty() : ends.end(account, by).then();
    }

    private AccountId permitted(CommandRequest request, String account) {
        if (!AccountId.isWellFormed(account)) {
            throw new NotFoundException("account", account);
        }
        AccountId id = new AccountId(account);
        boolean administers = request.roles().contains(Role.ADMINISTRATOR)
                && commands.accountRoles().administers(new AccountId(request.actor()), id)
                && contacts.stream().anyMatch(kept -> !kept.of(account).isEmpty());
        if (!request.actor().equals(account) && !administers) {
            throw new OutOfReachException(
                    new NotFoundException("account", account),
                    RIGHT_REACHES_THE_PLACE.refused(Role.ADMINISTRATOR.name()));
        }
        return id;
    }

    private static DeviceId device(String device) {
        if (!Id.isWellFormed(device)) {
            throw new NotFoundException("device", device);
        }
        return new DeviceId(device);
    }
}
