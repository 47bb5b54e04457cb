package com.tillhouse.core.adapter.antom.page;

import static com.tillhouse.core.adapter.antom.page.OrderMapper.given;

import com.alipay.global.api.model.ams.Merchant;
import com.alipay.global.api.model.ams.MerchantType;
import com.alipay.global.api.model.ams.Store;

/** Puts a secondary merchant and its shop into Antom's {@code order.merchant}. */
final class MerchantMapper {
    private MerchantMapper() {}

    static Merchant merchant(com.tillhouse.core.checkout.domain.order.Merchant from) {
        Merchant to = new Merchant();
        to.setReferenceMerchantId(from.reference());
        to.setMerchantMCC(from.mcc());
        to.setMerchantName(from.name());
        to.setMerchantDisplayName(from.displayName());
        to.setMerchantAddress(given(from.address(), DeliveryMapper::address));
        to.setMerchantRegisterDate(from.registerDate());
        to.setMerchantType(given(from.type(), MerchantType::valueOf));
        to.setStore(given(from.store(), MerchantMapper::store));
        return to;
    }

    private static Store store(com.tillhouse.core.checkout.domain.order.Store from) {
        Store to = new Store();
        to.setReferenceStoreId(from.reference());
        to.setStoreName(from.name());
        to.setStoreMCC(from.mcc());
        to.setStoreDisplayName(from.displayName());
        to.setStoreTerminalId(from.terminalId());
        to.setStoreOperatorId(from.operatorId());
        to.setStoreAddress(given(from.address(), DeliveryMapper::address));
        to.setStorePhoneNo(from.phone());
        return to;
    }
}
