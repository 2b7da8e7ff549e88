package vn.soto.query.timeline;

import java.util.Map;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCode;

/** Knows what the services are called that records of help name by their codes. */
@FunctionalInterface
public interface ServiceNames {

    /** The services of all catalogues known at a commit, each as the latest of them has it. */
    Map<ServiceCode, Service> asOf(long commit);
}
