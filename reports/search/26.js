lawtrack.words("26",{"26":[16,9],"26 hiệu":[25],"26 tháng":[16]});
