/** A tenant's account and keys at Antom: made, copied, pasted, tested, ended. No private key is ever shown. */
@NullMarked
package com.tillhouse.admin.keys;

import org.jspecify.annotations.NullMarked;
