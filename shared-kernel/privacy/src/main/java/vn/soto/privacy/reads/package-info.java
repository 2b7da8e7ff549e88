/** The register of reads: who was shown whose personal data, in a store of its own that is only ever added to. */
@NullMarked
package vn.soto.privacy.reads;

import org.jspecify.annotations.NullMarked;
