package vn.soto.testkit.mongo;

import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** A real MongoDB replica set for the suites that also run on the emulator, when this machine has one to offer. */
public final class TestServers {

    /** A replica set whose databases the suites may create and drop. */
    static final String VARIABLE = "SOTO_TEST_MONGODB_URI";

    private static final String IMAGE = "mongo:8.0";

    private TestServers() {}

    /**
     * The server named by {@code SOTO_TEST_MONGODB_URI}; else one in a container, the same for all tests of this
     * process; else empty, and standard output says so. Without Docker nothing is called outside this machine.
     */
    public static Optional<String> uri() {
        return Found.URI;
    }

    static Optional<String> find(Optional<String> named, Docker docker) {
        if (named.isPresent()) {
            return named;
        }
        if (docker.answers()) {
            return Optional.of(docker.replicaSet());
        }
        System.out.println("SKIPPED on a real MongoDB: set " + VARIABLE
                + " to the URI of a replica set for tests, or start Docker (image " + IMAGE + ")");
        return Optional.empty();
    }

    /** Gives a container if one can be had. */
    interface Docker {
        boolean answers();

        String replicaSet();
    }

    private static final class Containers implements Docker {

        @Override
        public boolean answers() {
            return DockerClientFactory.instance().isDockerAvailable();
        }

        @Override
        @SuppressWarnings("resource") // lives as long as this process; Testcontainers removes it after
        public String replicaSet() {
            MongoDBContainer container = new MongoDBContainer(IMAGE).withReplicaSet();
            container.start();
            // Its greeting names an address inside the container's network.
            return container.getConnectionString() + "/?directConnection=true";
        }
    }

    /** Looked for once, and only when somebody asks. */
    private static final class Found {
        static final Optional<String> URI =
                find(Optional.ofNullable(System.getenv(VARIABLE)).filter(uri -> !uri.isBlank()), new Containers());
    }
}
