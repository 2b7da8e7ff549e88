package vn.soto.e2e;

import java.nio.file.Path;
import vn.soto.harness.AllInOne;
import vn.soto.harness.DemoData;
import vn.soto.harness.TargetFolder;
import vn.soto.harness.Version1;

/** Products that several test classes use, each started when it is first needed and killed at the end of this JVM. */
public final class SharedProducts {

    private SharedProducts() {}

    /** With the demo's data in {@code data} within {@link #demoFolder()}, and all of it shown. */
    public static AllInOne demo() {
        return Demo.PRODUCT;
    }

    static Path demoFolder() {
        return Demo.FOLDER;
    }

    /**
     * A product on the ledger of version 1 in {@link #version1Folder()}. Hostile requests write to it, one class at a
     * time.
     */
    public static AllInOne version1() {
        return OfVersion1.PRODUCT;
    }

    /** Of {@link #version1}, from its start on. */
    static Watch watchOfVersion1() {
        return OfVersion1.WATCH;
    }

    public static Path version1Folder() {
        return OfVersion1.FOLDER;
    }

    private static AllInOne untilTheEnd(AllInOne product) {
        Runtime.getRuntime().addShutdownHook(new Thread(product::kill));
        return product;
    }

    private static final class Demo {

        private static final Path FOLDER = TargetFolder.emptied("e2e-shared-demo");
        private static final AllInOne PRODUCT =
                untilTheEnd(AllInOne.start(DemoData.copyTo(TargetFolder.emptied("e2e-shared-demo/data"))));

        static {
            PRODUCT.awaitCaughtUp();
        }
    }

    private static final class OfVersion1 {

        private static final Path FOLDER = Version1.copyTo(TargetFolder.emptied("e2e-shared-version-1"));
        private static final Watch WATCH = Watch.in(TargetFolder.emptied("e2e-shared-version-1-watch"));
        private static final AllInOne PRODUCT = untilTheEnd(AllInOne.start(
                WATCH.before(), FOLDER, Version1.settings("--soto.query.read-your-writes-timeout=50ms")));
    }
}
