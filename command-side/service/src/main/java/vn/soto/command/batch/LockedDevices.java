package vn.soto.command.batch;

import static vn.soto.domain.access.AccessRule.DEVICE_IS_NOT_LOCKED;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.soto.command.batch.BatchLine.Asking;
import vn.soto.command.batch.BatchLine.Unreadable;
import vn.soto.contracts.access.DeviceId;

/**
 * Refuses what was entered on a lost device, before anything of it is dispatched.
 *
 * @param locked whether an account's device is
 */
public record LockedDevices(BiPredicate<String, DeviceId> locked) {

    /** The batch with its lines of such devices refused. */
    public CommandBatch refused(CommandBatch batch, String account) {
        Set<DeviceId> lost = batch.lines().stream()
                .flatMap(LockedDevices::device)
                .distinct()
                .filter(device -> locked.test(account, device))
                .collect(Collectors.toUnmodifiableSet());
        return lost.isEmpty()
                ? batch
                : new CommandBatch(batch.lines().stream()
                        .map(line -> device(line).anyMatch(lost::contains) ? refused(line) : line)
                        .toList());
    }

    private static Stream<DeviceId> device(BatchLine line) {
        return line instanceof Asking asking
                ? Stream.ofNullable(asking.capture().device())
                : Stream.empty();
    }

    private static BatchLine refused(BatchLine line) {
        return line instanceof Asking asking
                ? new Unreadable(line.number(), asking.id().toString(), DEVICE_IS_NOT_LOCKED.refused())
                : line;
    }
}
