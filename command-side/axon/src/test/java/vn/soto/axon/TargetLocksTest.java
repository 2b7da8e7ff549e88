package vn.soto.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.lock.Lock;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("threads")
final class TargetLocksTest {

    private final TargetLocks locks = new TargetLocks();

    /** Each holds what the other asks for next: two locks each would be a deadlock. */
    @Test
    void twoCommandsThatWriteEachOthersTargetsWaitForNothing() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            UnitOfWork<?> mine =
                    DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("merge a into b"));
            try (Lock a = locks.obtainLock("a")) {
                Future<UnitOfWork<?>> theirs = other.submit(() -> {
                    UnitOfWork<?> work =
                            DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("merge b into a"));
                    locks.obtainLock("b");
                    locks.obtainLock("a").release();
                    return work;
                });
                UnitOfWork<?> work = theirs.get();
                locks.obtainLock("b").release();
                assertThat(a.isHeld()).isTrue();
                other.submit((Runnable) work::rollback).get();
            } finally {
                mine.rollback();
            }
        }
    }

    @Test
    void aTargetIsLockedUntilItsCommandEnds() throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            UnitOfWork<?> mine = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("rename a"));
            Lock a = locks.obtainLock("a");
            AtomicBoolean released = new AtomicBoolean();
            Supplier<String> late = () -> {
                UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("retype a"));
                Lock mineNow = locks.obtainLock("a");
                String when = released.get() ? "afterwards" : "beside";
                mineNow.release();
                work.rollback();
                return when;
            };
            Future<String> came = other.submit(late::get);
            released.set(true);
            a.release();
            mine.rollback();
            assertThat(came.get()).isEqualTo("afterwards");
        }
    }
}
