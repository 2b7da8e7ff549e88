package vn.soto.e2e.nodes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Two command nodes: the active writer and the standby. */
record ActiveAndStandby(Node active, Node standby) {

    private static final Duration LOOK = Duration.ofMillis(100);

    static ActiveAndStandby of(Node one, Node other, HttpCaller caller) {
        Node active = awaitWriter(List.of(one, other), caller, Instant.now().plusSeconds(120));
        return new ActiveAndStandby(active, active == one ? other : one);
    }

    static boolean writes(Node node, HttpCaller caller) {
        return caller.health(node, "/writer")
                .filter(answer -> answer.statusCode() == 200)
                .isPresent();
    }

    /** Determines the active node by its health, as a load balancer does. */
    static Node awaitWriter(List<Node> nodes, HttpCaller caller, Instant end) {
        while (Instant.now().isBefore(end)) {
            Optional<Node> found =
                    nodes.stream().filter(node -> writes(node, caller)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new AssertionError("no node writes:\n" + nodes.getFirst().output());
    }
}
