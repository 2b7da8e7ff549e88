package vn.soto.projection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Records the segments whose last batch failed in this process. */
final class SegmentFailures implements MessageHandlerInterceptor<EventMessage<?>> {

    private static final String RESOURCE = SegmentFailures.class.getName();

    private final String segmentResource;
    private final Set<Integer> segments = ConcurrentHashMap.newKeySet();

    SegmentFailures(String processor) {
        this.segmentResource = "Processor[" + processor + "]/SegmentId"; // Axon's name for the segment
    }

    @Override
    public Object handle(UnitOfWork<? extends EventMessage<?>> work, InterceptorChain chain) throws Exception {
        work.root().getOrComputeResource(RESOURCE, key -> watch(work.root()));
        return chain.proceed();
    }

    private boolean watch(UnitOfWork<?> work) {
        Integer segment = work.getResource(segmentResource);
        if (segment != null) {
            work.onRollback(failed -> segments.add(segment));
            work.afterCommit(done -> segments.remove(segment));
        }
        return true;
    }

    boolean in(IntPredicate some) {
        return segments.stream().anyMatch(some::test);
    }
}
