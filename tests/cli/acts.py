"""Small acts of our own words, in the style of real ones, for the tests of the command line."""

from __future__ import annotations

BASE = """\
CHÍNH PHỦ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 05/2020/NĐ-CP

Hà Nội, ngày 10 tháng 02 năm 2020

NGHỊ ĐỊNH

QUY ĐỊNH VỀ CHỢ PHIÊN VÙNG CAO

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;

Theo đề nghị của Bộ trưởng Bộ Công Thương;

Chính phủ ban hành Nghị định quy định về chợ phiên vùng cao.

Chương I

QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh

Nghị định này quy định về việc họp chợ phiên ở các xã vùng cao.

Điều 2. Giải thích từ ngữ

Trong Nghị định này, các từ ngữ dưới đây được hiểu như sau:

1. Chợ phiên là chợ họp theo ngày nhất định trong tháng.

2. Tiểu thương là người bán hàng tại chợ phiên.

Chương II

HỌP CHỢ

Điều 3. Ngày họp chợ

1. Chợ phiên họp vào ngày Chủ nhật.

2. Việc đổi ngày họp chợ do Ủy ban nhân dân xã quyết định trong các trường hợp sau đây:

a) Có mưa lũ;

b) Có lễ hội;

c) Có dịch bệnh.

3. Tiểu thương được báo trước theo quy định tại khoản 2 Điều này.

Điều 4. Trách nhiệm của tiểu thương

1. Giữ vệ sinh nơi bán hàng theo quy định tại khoản 1 Điều 3 của Nghị định này.

2. Không bán hàng giả theo quy định tại điểm c khoản 2 Điều 3 của Nghị định này.

Điều 5. Hiệu lực thi hành

Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2020.

Nơi nhận:
- Ban Bí thư Trung ương Đảng;
- Lưu: VT.

TM. CHÍNH PHỦ
THỦ TƯỚNG
"""

AMENDER = """\
CHÍNH PHỦ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 31/2022/NĐ-CP

Hà Nội, ngày 15 tháng 5 năm 2022

NGHỊ ĐỊNH

SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA NGHỊ ĐỊNH SỐ 05/2020/NĐ-CP NGÀY 10 THÁNG 02 NĂM 2020 CỦA CHÍNH PHỦ QUY ĐỊNH VỀ CHỢ PHIÊN VÙNG CAO

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;

Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 05/2020/NĐ-CP ngày 10 tháng 02 năm 2020 của Chính phủ.

Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 05/2020/NĐ-CP ngày 10 tháng 02 năm 2020 của Chính phủ quy định về chợ phiên vùng cao

1. Sửa đổi, bổ sung khoản 1 Điều 3 như sau:

“1. Chợ phiên họp vào ngày Chủ nhật và ngày mồng một âm lịch.”.

2. Bổ sung điểm d vào sau điểm c khoản 2 Điều 3 như sau:

“d) Có hỏa hoạn.”.

3. Bãi bỏ điểm c khoản 2 Điều 3.

4. Thay thế cụm từ “hàng giả” bằng cụm từ “hàng giả, hàng nhái” tại khoản 2 Điều 4.

5. Bổ sung Điều 4a vào sau Điều 4 như sau:

“Điều 4a. Trách nhiệm của Ủy ban nhân dân xã

1. Niêm yết lịch họp chợ.

2. Bố trí nơi để xe.”.

6. Bãi bỏ khoản 9 Điều 4.

Điều 2. Hiệu lực thi hành

Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2022.

TM. CHÍNH PHỦ
THỦ TƯỚNG
"""

ENGLISH = """\
THE GOVERNMENT

No. 05/2020/ND-CP

Hanoi, February 10, 2020

DECREE

ON UPLAND FAIRS

Chapter I

GENERAL PROVISIONS

Article 1. Scope

This Decree provides for upland fairs.

Article 2. Interpretation

In this Decree, the terms below are construed as follows:

1. Fair means a market held on given days of the month.

2. Trader means a person who sells at a fair.

Chapter II

FAIRS

Article 3. Days

1. Fairs are held on Sundays.

2. The People's Committee of the commune may move a fair in the following cases:

a) Floods;

b) Festivals;

c) Epidemics.

3. Traders are told in advance under Clause 2 of this Article.

Article 4. Duties of traders

1. To keep their places clean under Clause 1, Article 3 of this Decree.

2. Not to sell counterfeit goods under Point c, Clause 2, Article 3 of this Decree.

Article 5. Effect

This Decree takes effect on April 01, 2020.
"""

# An act that changes an act nobody has.
ORPHAN = (
    AMENDER.replace("31/2022/NĐ-CP", "77/2022/NĐ-CP")
    .replace("05/2020/NĐ-CP", "999/2019/NĐ-CP")
    .replace("ngày 10 tháng 02 năm 2020", "ngày 10 tháng 02 năm 2019")
    .replace("NGÀY 10 THÁNG 02 NĂM 2020", "NGÀY 10 THÁNG 02 NĂM 2019")
)
