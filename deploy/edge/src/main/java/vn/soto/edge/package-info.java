/** What stands between the network and either side: who is asking, and problems that belong to no endpoint. */
@NullMarked
package vn.soto.edge;

import org.jspecify.annotations.NullMarked;
